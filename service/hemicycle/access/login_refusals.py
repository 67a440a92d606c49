"""Why a login may not enter: each with a stable code and words that say what to do."""


class LoginRefused(Exception):
    """A login may not enter, or not be made. ``code``: stable; the message says what to do."""

    code = "unknown-login"


class UnknownLogin(LoginRefused):
    """No such login, or not its code or token: which of them is nobody's to know."""


class CodeUsed(LoginRefused):
    """The link was used before."""

    code = "code-used"


class CodeExpired(LoginRefused):
    """The link is too old."""

    code = "code-expired"


class LoginRevoked(LoginRefused):
    """The login was revoked."""

    code = "login-revoked"


class LoginExpired(LoginRefused):
    """The login's time is over."""

    code = "login-expired"


class LoginMismatch(LoginRefused):
    """The login would belong to what the conference does not have."""

    code = "login-mismatch"
