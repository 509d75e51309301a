"""Where the packed program begins."""

import sys

from cramplog.__main__ import main

sys.exit(main())
