"""The application as a web server or the `flask` command loads it."""

from app import create_app
from config import Config

app = create_app(Config.from_environment())
