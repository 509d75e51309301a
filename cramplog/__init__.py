"""CrampLog: a desktop diary for muscle cramps that stays on your computer.

The floor plan, from the street down (a room imports only from itself and from floors below):

    __main__              which front door: a command, or the window
    bootstrap             builds the house and hands out the keys
    gui | cli             what a person sees and touches
    services              one verb a method: record, revise, check in, import, show, print
    report | exchange | storage   the doctor's page; file formats in and out; the diary file (all SQL)
    charts                results into matplotlib Figures
    analysis | words      diary into results; names in the reader's language
    domain                what a cramp diary is
    i18n | log | paths    the ground
"""

__version__ = "0.1.0"
