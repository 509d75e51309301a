; Windows installer from the one-folder program. Not yet built: it was written on Linux.
;   iscc /DVersion=1.0.0 packaging\windows\cramplog.iss
#ifndef Version
  #error Give the version: iscc /DVersion=1.0.0 packaging\windows\cramplog.iss
#endif

[Setup]
AppId={{6D0F3C58-9B7B-4B5F-8C3E-6E6D7C9A41B2}
AppName=CrampLog
AppVersion={#Version}
DefaultDirName={autopf}\CrampLog
DefaultGroupName=CrampLog
; For one person, without an administrator: the diary is theirs alone.
PrivilegesRequired=lowest
OutputDir=..\..\dist
OutputBaseFilename=cramplog-{#Version}-setup
SetupIconFile=cramplog.ico
UninstallDisplayIcon={app}\cramplog.exe
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.CrampNow=Cramp now
de.CrampNow=Krampf jetzt
es.CrampNow=Calambre ahora

[Files]
Source: "..\..\dist\cramplog\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\CrampLog"; Filename: "{app}\cramplog.exe"
Name: "{group}\{cm:CrampNow}"; Filename: "{app}\cramplog.exe"; Parameters: "now"

[Run]
Filename: "{app}\cramplog.exe"; Description: "{cm:LaunchProgram,CrampLog}"; Flags: nowait postinstall skipifsilent

; The diary in %LOCALAPPDATA% is the person's: removing the program leaves it.
