"""Offers variables and functions to a Python script, then runs it in this same process.

Beside this file lies `variables`: name, NUL, value, NUL, and so on. It is read as data, and removed at once.
"""
import base64
import os
import runpy
import sys


def _load():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "variables")
    with open(path, encoding="utf-8", newline="") as file:
        entries = file.read().split("\0")
    os.remove(path)
    return dict(zip(entries[0:-1:2], entries[1::2]))


octopusvariables = _load()


def get_octopusvariable(name):
    """The value, or "". Letter case of the name does not matter."""
    if name in octopusvariables:
        return octopusvariables[name]
    wanted = name.lower()
    return next((value for key, value in octopusvariables.items() if key.lower() == wanted), "")


def encode(value):
    return base64.b64encode(str(value).encode("utf-8")).decode("ascii")


def decode(value):
    return base64.b64decode(value).decode("utf-8")


def _message(name, /, **attributes):
    words = "".join(" %s='%s'" % (key, encode(value)) for key, value in attributes.items())
    print("##octopus[%s%s]" % (name, words), flush=True)


def _at(level, message):
    print("##octopus[stdout-%s]\n%s\n##octopus[stdout-default]" % (level, message), flush=True)


def set_octopusvariable(name, value, sensitive=False):
    octopusvariables[name] = str(value)
    if sensitive:
        _message("setVariable", name=name, value=value, sensitive="True")
    else:
        _message("setVariable", name=name, value=value)


def createartifact(path, fileName=None):
    if not os.path.isfile(path):
        raise FileNotFoundError('There is no file "%s" to collect as an artifact.' % path)
    path = os.path.abspath(path)
    _message("createArtifact", path=path, name=fileName or os.path.basename(path), length=os.path.getsize(path))


def updateprogress(progress, message=None):
    _message("progress", percentage=progress, message=message or "")


def failstep(message=None):
    if message is not None:
        _message("resultMessage", message=message)
    sys.exit(-1)


def printverbose(message):
    _at("verbose", message)


def printhighlight(message):
    _at("highlight", message)


def printwait(message):
    _at("wait", message)


def printwarning(message):
    _at("warning", message)


_offered = (
    octopusvariables, get_octopusvariable, set_octopusvariable, createartifact, updateprogress, failstep,
    printverbose, printhighlight, printwait, printwarning, encode, decode,
)

sys.argv = ["./Script.py"]
sys.path[0] = os.getcwd()
runpy.run_path(
    "./Script.py",
    init_globals={
        "octopusvariables": octopusvariables, **{offered.__name__: offered for offered in _offered if callable(offered)}
    },
    run_name="__main__",
)
