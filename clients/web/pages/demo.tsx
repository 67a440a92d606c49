// The demonstration: all consoles of one meeting side by side, each entered with a login of its own.
import "../ui/base.css";
import "../ui/parts.css";
import "./pages.css";
import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../core/contract.ts";
import { call } from "../core/session.ts";
import { language, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import { entitle, LanguageChoice, startLanguage } from "../ui/language.tsx";
import { problemOf } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { mount } from "../ui/start.tsx";
import { Told } from "../ui/told.tsx";

interface DemoConsole {
  readonly key: (typeof PLACES)[number];
  readonly simulated: boolean;
}

interface Status {
  readonly autopilot: boolean;
  readonly bots: boolean;
  readonly consoles: readonly DemoConsole[];
}

const POLL_MS = 2000;
/** The width for which a console is drawn; its tile shows it scaled. The others are drawn as on a phone. */
const DRAWN_FOR: Readonly<Record<string, number>> = { chair: 1440, hall: 1280, interpreter: 1280 };

/** The podium large, the two displays beside it, the delegates below, the colleague last. */
const PLACES = [
  "chair",
  "hall",
  "interpreter",
  "delegate-room",
  "remote-speaker",
  "remote-observer",
  "interpreter-2",
] as const;

const status = signal<Status | undefined>(undefined);
const problem = signal<string | undefined>(undefined);

async function poll(): Promise<void> {
  try {
    status.value = (await call("GET", "/demo/status")) as Status;
    problem.value = undefined;
  } catch {
    problem.value = t("link.unreachable");
  }
  setTimeout(() => void poll(), POLL_MS);
}

/** Enters one console; its address with the language of this page. */
async function enter(key: string): Promise<string> {
  const entered = (await call("POST", "/demo/enter", { console: key })) as { location: string };
  return entered.location + location.search;
}

interface Found {
  readonly location?: string;
  readonly refused?: Problem;
}

/** Entered anew when the page changes its language: then all consoles follow. */
function useLocation(key: string): Found {
  const [found, setFound] = useState<Found>({});
  const spoken = language();
  useEffect(() => {
    enter(key).then(
      (location) => setFound({ location }),
      (error: unknown) => setFound({ refused: problemOf(error) }),
    );
  }, [key, spoken]);
  return found;
}

/** Draws the frame at the width it is made for and scales it to its tile, through a custom property. */
function Scaled(props: { location: string; title: string; width: number | undefined }): JSX.Element {
  const { width } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null || width === undefined) {
      return;
    }
    const fit = new ResizeObserver(() => {
      element.style.setProperty("--scale", String(element.clientWidth / width));
      element.style.setProperty("--drawn", `${width}px`);
    });
    fit.observe(element);
    return () => fit.disconnect();
  }, [width]);
  return (
    <div class={width === undefined ? "frame" : "frame scaled"} ref={place}>
      <iframe src={props.location} title={props.title} />
    </div>
  );
}

function Tile({ console: shown }: { console: DemoConsole }): JSX.Element {
  const { location, refused } = useLocation(shown.key);
  const title = t(`demo.console.${shown.key}`);
  return (
    <section class={`tile tile-${shown.key}`} aria-labelledby={`tile-${shown.key}`}>
      <header>
        <h2 id={`tile-${shown.key}`}>{title}</h2>
        {shown.simulated && <Mark>{t("demo.simulated")}</Mark>}
        {location && (
          <a href={location} target="_blank" rel="noopener">
            {t("demo.open")} <Icon name="open" />
            <span class="unseen">{title}</span>
          </a>
        )}
      </header>
      <p class="tile-says">{t(`demo.console.${shown.key}.says`)}</p>
      {location && <Scaled location={location} title={title} width={DRAWN_FOR[shown.key]} />}
      {refused && (
        <p class="problem">
          <Told problem={refused} />
        </p>
      )}
    </section>
  );
}

function Presiding({ autopilot }: { autopilot: boolean }): JSX.Element {
  return (
    <p class={`autopilot ${autopilot ? "on" : "off"}`} role="status">
      <b>{t(autopilot ? "demo.autopilot.on" : "demo.autopilot.off")}</b>{" "}
      {t(autopilot ? "demo.autopilot.on.says" : "demo.autopilot.off.says")}
    </p>
  );
}

function placed(consoles: readonly DemoConsole[]): DemoConsole[] {
  return consoles.toSorted((one, other) => PLACES.indexOf(one.key) - PLACES.indexOf(other.key));
}

function Demo(): JSX.Element {
  const told = status.value;
  return (
    <div class="demo">
      <header class="demo-head">
        <h1>{t("product.name")}</h1>
        <LanguageChoice />
        <p class="demo-says">{t("demo.says")}</p>
        {told && <Presiding autopilot={told.autopilot} />}
        {told && (
          <p class="demo-notice">
            {t("demo.notice")} {!told.bots && t("demo.no_bots")}
          </p>
        )}
        <p role="alert" class="problem">
          {problem.value}
        </p>
      </header>
      <main class="tiles">{placed(told?.consoles ?? []).map((each) => <Tile key={each.key} console={each} />)}</main>
    </div>
  );
}

await startLanguage();
entitle("demo.title");
mount(<Demo />);
void poll();
