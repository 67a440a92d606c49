// The desk of a secretariat officer: navigation, the screen that is open, and what was refused or done.
import type { ComponentType, JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { titled } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { LanguageChoice } from "../ui/language.tsx";
import { Spoken } from "../ui/marks.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { CalendarScreen } from "./calendar.tsx";
import { Deadline } from "./deadline.tsx";
import { DelegationsScreen } from "./delegations.tsx";
import type { Desk } from "./desk.ts";
import { ImportScreen } from "./import.tsx";
import { LimitsScreen } from "./limits.tsx";
import { MailScreen } from "./mail.tsx";
import { NotesScreen } from "./notes.tsx";
import { OverviewScreen } from "./overview.tsx";
import { PeopleScreen } from "./people.tsx";
import { RegistrationsScreen } from "./registrations.tsx";
import { place, SCREENS, to, type Screen } from "./route.ts";

const OF: Readonly<Record<Screen, ComponentType<{ desk: Desk; path: readonly string[] }>>> = {
  overview: OverviewScreen,
  delegations: DelegationsScreen,
  notes: NotesScreen,
  registrations: RegistrationsScreen,
  import: ImportScreen,
  limits: LimitsScreen,
  mail: MailScreen,
  people: PeopleScreen,
  calendar: CalendarScreen,
};

/** What the chair may look at; persons' data is the secretariat's alone. */
const CHAIRS: ReadonlySet<Screen> = new Set(["overview", "delegations", "limits", "calendar"]);

function screensOf(desk: Desk): readonly Screen[] {
  return desk.session.capacity === "chair" ? SCREENS.filter((each) => CHAIRS.has(each)) : SCREENS;
}

function Navigation({ desk }: { desk: Desk }): JSX.Element {
  return (
    <nav class="office-nav" aria-label={t("nav.label")}>
      <ul>
        {screensOf(desk).map((screen) => (
          <li key={screen}>
            <a href={to(screen)} aria-current={place.value.screen === screen ? "page" : undefined}>
              {t(`nav.${screen}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What was done, for a while to be seen, and told to screen readers. */
function Said({ desk }: { desk: Desk }): JSX.Element {
  const said = desk.said.value;
  useEffect(() => {
    if (said === "") {
      return undefined;
    }
    const timer = setTimeout(() => {
      desk.said.value = "";
    }, 8000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <p class="said" role="status">
      {said}
    </p>
  );
}

export function Office({ desk }: { desk: Desk }): JSX.Element {
  const { screen, path } = place.value;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [screen]);
  const open = screensOf(desk).includes(screen) ? screen : "overview";
  const Shown = OF[open];
  const { simulated } = desk.session.service;
  return (
    <div class="office">
      <header class="head">
        <div class="head-what">
          <p class="head-conference">{t("console.desk")}</p>
          <p class="office-title">
            <Spoken {...titled(desk.session.conference.title, language())} />
          </p>
        </div>
        <div class="head-state">
          <LanguageChoice />
          <Deadline desk={desk} />
          <a class="button" href={`./${location.search}`}>
            {t("nav.podium")}
          </a>
        </div>
      </header>
      {simulated && <p class="notice">{t("demo.notice")}</p>}
      <div class="office-body">
        <Navigation desk={desk} />
        <main class="office-main">
          <h1 ref={heading} tabIndex={-1}>
            {t(`nav.${open}`)}
          </h1>
          <Shown desk={desk} path={path} />
        </main>
      </div>
      <Said desk={desk} />
      <RefusalToast live={desk} />
    </div>
  );
}
