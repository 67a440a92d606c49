// How every console begins, once its language is there: session, line, and only then the console itself.
import { computed, signal } from "@preact/signals";
import { render, type ComponentType, type JSX } from "preact";
import type { Audience, Session } from "../core/contract.ts";
import { RefusedByService, session } from "../core/session.ts";
import { backoff } from "../core/backoff.ts";
import { t, type Key } from "../i18n/t.ts";
import { Announcer } from "./announcer.tsx";
import { closedText, LostBanner } from "./banner.tsx";
import { onePressOneAct } from "./keys.ts";
import { entitle } from "./language.tsx";
import { openLive, type Live, type Shown } from "./live.ts";
import { RefusalToast } from "./toast.tsx";

export function mount(page: JSX.Element): void {
  const place = document.getElementById("app");
  if (place !== null) {
    render(page, place);
  }
}

function Message({ text }: { text: string }): JSX.Element {
  return (
    <main class="message">
      <h1>{t("product.name")}</h1>
      <p role="status">{text}</p>
    </main>
  );
}

interface FrameProps<A extends Audience> {
  readonly live: Live<A>;
  readonly of: ComponentType<{ live: Shown<A> }>;
}

function ConsoleFrame<A extends Audience>({ live, of: Console }: FrameProps<A>): JSX.Element {
  const { view, link } = live.known.value;
  if (view === undefined) {
    return <Message text={link.kind === "closed" ? closedText(link.reason) : t("link.connecting")} />;
  }
  return <Connected live={live} of={Console} />;
}

function Connected<A extends Audience>({ live, of: Console }: FrameProps<A>): JSX.Element {
  const shown = shownOf(live);
  return (
    <>
      <LostBanner live={live} />
      <Console live={shown} />
      <RefusalToast live={live} />
      <Announcer live={shown} />
    </>
  );
}

const known = new WeakMap<object, Shown<Audience>>();

/** The same object at every drawing, so that components keep their identity. */
function shownOf<A extends Audience>(live: Live<A>): Shown<A> {
  const made = known.get(live);
  if (made !== undefined) {
    return made as unknown as Shown<A>;
  }
  const view = computed(() => {
    const { view: current } = live.known.value;
    if (current === undefined) {
      throw new Error("drawn before the first snapshot");
    }
    return current;
  });
  const shown: Shown<A> = { ...live, view };
  known.set(live, shown as unknown as Shown<Audience>);
  return shown;
}

async function sessionInTime(tell: (text: string) => void): Promise<Session> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await session();
    } catch (error) {
      if (error instanceof RefusedByService && error.problem.status < 500) {
        tell(closedText("revoked"));
        throw error;
      }
      tell(t("link.unreachable"));
      await new Promise((resolve) => setTimeout(resolve, backoff(attempt, Math.random())));
    }
  }
}

/** The meeting named by `?meeting=`, if this login is good for it; else the one that the service opens. */
function chosen(opened: Session): Session {
  const wanted = new URLSearchParams(location.search).get("meeting");
  const known = opened.meetings.some(({ id }) => id === wanted);
  return wanted !== null && known ? { ...opened, meeting: wanted } : opened;
}

/** Says that it is connecting until the session is there, or why it cannot be. */
export async function withSession(open: (opened: Session) => void): Promise<void> {
  const text = signal(t("link.connecting"));
  const Waiting = (): JSX.Element => <Message text={text.value} />;
  mount(<Waiting />);
  open(
    await sessionInTime((told) => {
      text.value = told;
    }),
  );
}

/** Starts a console for an audience; `title` names it in the browser's tab. */
export async function startConsole<A extends Audience>(
  audience: A,
  title: Key,
  Console: ComponentType<{ live: Shown<A> }>,
): Promise<void> {
  await withSession((any) => {
    const opened = chosen(any);
    entitle(title, opened.conference.title);
    const live = openLive(audience, opened);
    onePressOneAct();
    const Page = (): JSX.Element => <ConsoleFrame live={live} of={Console} />;
    mount(<Page />);
  });
}
