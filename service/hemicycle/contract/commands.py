"""Commands on the wire: one model per command of the rules, told apart by the field ``command``.

The models are made from the rules' dataclasses, so that the wire cannot say less or more than the rules know.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, Field, ValidationError, create_model

from hemicycle.contract.bounds import COMMAND_ID, CONFIG, fields_of, taken
from hemicycle.contract.problems import ProblemError, invalid
from hemicycle.rules.commands import Command

COMMANDS: dict[str, type[Command]] = {kind.__name__: kind for kind in get_args(Command)}
"""Every command that a login may send, by its name on the wire."""


def _model(kind: type[Command]) -> type[BaseModel]:
    fields: dict[str, Any] = {
        "id": (Annotated[str, Field(pattern=COMMAND_ID)], ...),
        "command": (Literal[kind.__name__], ...),
        **fields_of(kind),
    }
    return create_model(f"{kind.__name__}Command", __config__=CONFIG, __doc__=kind.__doc__, **fields)


MODELS: dict[str, type[BaseModel]] = {name: _model(kind) for name, kind in COMMANDS.items()}
"""The body of each command: ``id``, ``command`` and the command's own fields."""


def parse_command(command_id: str, payload: Mapping[str, Any]) -> Command:
    """The command that a flat JSON object means.

    Takes the sender's id and the object without it (``{"command": "RequestFloor", "item": "3"}``).
    Raises ProblemError (422, ``unknown-command`` or ``invalid-command``) that names every field at fault.
    """
    name = payload.get("command")
    if not isinstance(name, str) or name not in COMMANDS:
        raise ProblemError.of("unknown-command", f"There is no command {name!r}.", known=sorted(COMMANDS))
    try:
        body = MODELS[name].model_validate({**payload, "id": command_id})
    except ValidationError as error:
        raise invalid("invalid-command", f"{name} is not as it should be.", error) from error
    command: Command = taken(COMMANDS[name], body)
    return command
