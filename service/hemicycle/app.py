"""The composition root: the only place that wires parts together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from fastapi import APIRouter, FastAPI
from pydantic import SecretStr
from starlette.concurrency import run_in_threadpool
from starlette.routing import BaseRoute

from hemicycle import __version__
from hemicycle.access.table import may_see
from hemicycle.api import (
    approvals,
    booths,
    calendar,
    conferences,
    corrections,
    delegations,
    demo,
    described,
    documents,
    errors,
    exports,
    figures,
    import_file,
    imports,
    invitations,
    mail,
    meetings,
    new_conferences,
    nominations,
    notes,
    pages,
    people,
    policies,
    registrations,
    script,
    session,
    texts,
)
from hemicycle.api.callers import authenticated
from hemicycle.api.limits import BodyLimit
from hemicycle.api.parts import Parts
from hemicycle.api.privacy import PrivateByDefault
from hemicycle.clock.alarm import Alarms
from hemicycle.clock.notices import Notices
from hemicycle.clock.service_clock import ServiceClock
from hemicycle.conduct.arrivals import Arrivals
from hemicycle.conduct.conductor import Conductor
from hemicycle.conduct.continuing import Continuing
from hemicycle.conduct.nodes import Nodes
from hemicycle.conduct.people import People
from hemicycle.conduct.policies import apply_policy
from hemicycle.conduct.queue import MOST_TOGETHER
from hemicycle.conduct.sitting import Sitting
from hemicycle.documents.files import Files
from hemicycle.documents.sweeping import sweep
from hemicycle.live.endpoint import Admission, Credential, Endpoint
from hemicycle.live.hubs import Hubs
from hemicycle.live.memory import tune_garbage_collection
from hemicycle.live.pulse import Rhythm
from hemicycle.platforms.indico.source import Indico
from hemicycle.platforms.mail.message import sender_of
from hemicycle.platforms.mail.outbox import Outbox
from hemicycle.platforms.mail.postman import Postman
from hemicycle.platforms.mail.sender import Sender
from hemicycle.platforms.mail.smtp import Server, SmtpPostman
from hemicycle.registry.script_texts import Scripts
from hemicycle.rules.terms import Phase
from hemicycle.settings import Settings
from hemicycle.storage import Engine, open_bus
from hemicycle.views.audiences import Audience

ASSETS = Path(__file__).parent / "web_assets"


@dataclass(slots=True)
class Service:
    """The wired service. ``app``: the ASGI application, whose lifespan starts and stops the parts."""

    parts: Parts
    hubs: Hubs
    clock: ServiceClock
    nodes: Nodes
    continuing: Continuing
    notices: Notices
    sender: Sender
    app: FastAPI = field(init=False)

    def __post_init__(self) -> None:
        self.app = FastAPI(
            title="Hemicycle",
            version=__version__,
            lifespan=self.running,
            routes=[*routes()],
            docs_url=None,
            redoc_url=None,
        )
        self.app.state.parts = self.parts

    @asynccontextmanager
    async def running(self, _app: FastAPI) -> AsyncIterator[None]:
        """Wake up what the logs say is due, then serve; at the end finish what has begun."""
        self.clock.start()
        await self.parts.arrivals.start()
        await apply_policy(self.parts.conductor)
        await run_in_threadpool(sweep, self.parts.engine, self.parts.files, self.clock.now())
        await self.parts.conductor.open_begun()
        self.hubs.start()
        self.nodes.start()
        await self.notices.start()
        self.sender.start()
        tune_garbage_collection()
        try:
            yield
        finally:
            await self.nodes.close()
            await self.continuing.close()
            await self.hubs.stop()
            self.clock.stop()
            await self.notices.stop()
            await self.sender.stop()
            await self.parts.conductor.close()
            self.parts.engine.dispose()

    async def admit(self, credential: Credential, meeting_id: str) -> Admission:
        """The login of a socket's handshake, if it belongs to the meeting. Raises ProblemError."""
        login = await run_in_threadpool(authenticated, self.parts, credential.login, credential.secret)
        await self.parts.conductor.admit(meeting_id, login)
        audiences = frozenset(a for a in Audience if may_see(login.capacity, a))
        return Admission(login, audiences)


def build(engine: Engine, settings: Settings, most_together: int = MOST_TOGETHER) -> Service:
    """Wire the service on an open database. Nothing runs before the application's lifespan begins.

    ``most_together``: commands that one transaction carries at most.
    """
    clock = ServiceClock(begins_at=settings.clock_at, scale=settings.clock_scale)
    conductor = Conductor(engine, clock, most_together)
    arrivals = Arrivals(conductor, node=settings.node)
    hubs = Hubs(
        conductor=conductor,
        clock=clock,
        people=People(conductor, arrivals),
        presence=arrivals,
        rhythm=Rhythm(silent=settings.line_silence),
    )
    alarms = Alarms(clock, conductor.handle_clock)
    nodes = Nodes(open_bus(engine), conductor, arrivals, hubs)
    conductor.opened = partial(_watch, alarms)
    conductor.subscribe(hubs)
    conductor.subscribe(alarms)
    conductor.subscribe(arrivals)
    continuing = Continuing(conductor)
    conductor.subscribe(continuing)
    outbox = Outbox(settings.data / "outbox")
    sender = Sender(engine, clock, _postman(settings) or outbox, sender_of(settings.smtp_from))
    parts = Parts(
        engine=engine,
        clock=clock,
        conductor=conductor,
        arrivals=arrivals,
        assets=ASSETS,
        directory_changed=hubs.directory_changed,
        mail_queued=sender.poke,
        files=Files(settings.files or settings.data / "files"),
        outbox=outbox,
        indico=Indico(settings.indico_url, _secret(settings.indico_token)),
        public_url=settings.public_url,
        scripts=Scripts(settings.script),
    )
    notices = Notices(clock, engine, sender.poke)
    service = Service(parts, hubs, clock, nodes, continuing, notices, sender)
    _install(service.app, Endpoint(hubs, conductor, service.admit))
    return service


def _watch(alarms: Alarms, sitting: Sitting) -> None:
    """A meeting that this node begins to follow: its deadlines are set here too."""
    if sitting.meeting.phase is not Phase.ADJOURNED:
        alarms.watch(sitting.id, sitting.meeting)


def _postman(settings: Settings) -> Postman | None:
    """The mail server's, where one is configured."""
    if settings.smtp_host is None:
        return None
    return SmtpPostman(
        Server(
            host=settings.smtp_host,
            port=settings.smtp_port,
            user=settings.smtp_user,
            password=_secret(settings.smtp_password),
            starttls=settings.smtp_starttls,
        )
    )


def _secret(written: SecretStr | None) -> str | None:
    return None if written is None else written.get_secret_value()


@cache
def routes() -> tuple[BaseRoute, ...]:
    """For consoles under their login's path, for programs at the root. They know no service, each request
    finds its own (``app.state.parts``): so what FastAPI prepares for them, it prepares once in a process.
    """
    known = APIRouter()
    for router in (
        meetings.router,
        conferences.router,
        new_conferences.router,
        calendar.router,
        booths.router,
        delegations.router,
        policies.router,
        approvals.router,
        corrections.router,
        session.router,
        documents.router,
        nominations.router,
        notes.router,
        notes.everybodys,
        registrations.router,
        import_file.router,
        imports.router,
        invitations.router,
        figures.router,
        exports.router,
        mail.router,
        people.router,
        script.router,
        texts.router,
    ):
        known.include_router(router, prefix="/api/v1")
        known.include_router(router, prefix="/c/{login_id}/api/v1", include_in_schema=False)
    for router in (
        session.entrance,
        invitations.public,
        pages.health,
        described.router,
        demo.router,
        pages.router,
    ):
        known.include_router(router)
    return tuple(known.routes)


def _install(app: FastAPI, endpoint: Endpoint) -> None:
    """What stands around the routes, and the sockets."""
    errors.install(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(PrivateByDefault)
    app.include_router(endpoint.router)
    described.install(app)
