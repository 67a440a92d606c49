// The head of a console: which meeting, what it considers, what time it is there, and whether the line is live.
import type { ComponentChildren, JSX } from "preact";
import { timeOfDay } from "../core/clock.ts";
import type { Audience } from "../core/contract.ts";
import { named, titled } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { LinkMark } from "./banner.tsx";
import { LanguageChoice } from "./language.tsx";
import type { Shown } from "./live.ts";
import { Mark, Spoken } from "./marks.tsx";

const TONE = {
  not_set_up: "plain",
  scheduled: "plain",
  in_session: "ok",
  suspended: "warn",
  adjourned: "plain",
} as const;

function ItemLine({ live }: { live: Shown<Audience> }): JSX.Element {
  const view = live.view.value;
  const item = view.item === undefined ? undefined : view.agenda[view.item];
  return (
    <p class="item-line">
      {item === undefined ? (
        t("item.none")
      ) : (
        <>
          <b>{t("item.number", { number: item.number })}</b> <Spoken {...named(item.titles, language())} />
        </>
      )}
    </p>
  );
}

export function Clock({ live }: { live: Shown<Audience> }): JSX.Element {
  return (
    <span class="time digits" title={live.session.conference.time_zone}>
      {timeOfDay(live.now.value, live.session.conference.time_zone)}
    </span>
  );
}

function open(meeting: string): void {
  const query = new URLSearchParams(location.search);
  query.set("meeting", meeting);
  location.search = query.toString();
}

/** The meeting's title; where the login is good for several, a choice of them. */
function MeetingTitle({ live }: { live: Shown<Audience> }): JSX.Element {
  const { meetings } = live.session;
  const { meeting } = live.view.value;
  if (meetings.length < 2) {
    return <Spoken {...titled(meeting.title, language())} />;
  }
  return (
    <select
      class="meeting-choice"
      aria-label={t("head.meeting")}
      value={meeting.id}
      onChange={(event) => open(event.currentTarget.value)}
    >
      {meetings.map(({ id, title }) => (
        <option key={id} value={id}>
          {titled(title, language()).text}
        </option>
      ))}
    </select>
  );
}

export function Header(props: { live: Shown<Audience>; children?: ComponentChildren }): JSX.Element {
  const { live } = props;
  const { meeting } = live.view.value;
  return (
    <header class="head">
      <div class="head-what">
        <p class="head-conference">
          <Spoken {...titled(live.session.conference.title, language())} />
        </p>
        <h1>
          <MeetingTitle live={live} /> <Mark tone={TONE[meeting.phase]}>{t(`phase.${meeting.phase}`)}</Mark>
        </h1>
        <ItemLine live={live} />
      </div>
      <div class="head-state">
        {props.children}
        <LanguageChoice />
        <LinkMark live={live} />
        <Clock live={live} />
      </div>
    </header>
  );
}
