"""The application as a web server or the `flask` command loads it; a wrong setting ends it with a sentence."""

import sys

from app import create_app
from config import Config

try:
    settings = Config.from_environment()
except ValueError as error:
    sys.exit(f"A setting is wrong: {error}")
app = create_app(settings)
