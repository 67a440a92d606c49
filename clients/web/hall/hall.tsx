// The public display: who speaks, how long, who is next. No controls; sizes follow the display.
import type { JSX } from "preact";
import { timeOfDay } from "../core/clock.ts";
import type { HallFrame } from "../core/contract.ts";
import { named, titled } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { LinkMark } from "../ui/banner.tsx";
import { BeforeBody } from "../ui/before-body.tsx";
import { calledText } from "../ui/called.tsx";
import { InterruptedFrames, isTimed, kindText, SpeakingClock, TimeMeter } from "../ui/floor.tsx";
import { Clock } from "../ui/header.tsx";
import { Icon } from "../ui/icons.tsx";
import { LanguageChoice } from "../ui/language.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, HolderName, Mark, ModalityMark, OnBehalf, Spoken } from "../ui/marks.tsx";
import { NextSpeakers } from "../ui/next.tsx";
import { hallPut, Put, ResultBand, somebodySpeaks } from "./put.tsx";

type Live = Shown<"hall">;

const SHOWN = 5;

function Item({ live }: { live: Live }): JSX.Element {
  const view = live.view.value;
  const item = view.item === undefined ? undefined : view.agenda[view.item];
  return (
    <header class="hall-head">
      <div>
        <h1>
          <Spoken {...titled(view.meeting.title, language())} />
        </h1>
        {item && (
          <p class="hall-item">
            <b>{t("item.number", { number: item.number })}</b> <Spoken {...named(item.titles, language())} />
          </p>
        )}
      </div>
      <div class="hall-state">
        <LanguageChoice />
        <LinkMark live={live} />
        <Clock live={live} />
      </div>
    </header>
  );
}

function Speaker({ live, frame }: { live: Live; frame: HallFrame }): JSX.Element {
  const view = live.view.value;
  const now = live.now.value;
  const point = frame.kind === "point_of_order";
  return (
    <section class={`hall-speaker ${frame.kind}`} aria-labelledby="floor-title">
      <h2 id="floor-title">
        {point && <Icon name="point" />}
        {kindText(frame)}
      </h2>
      <p class="hall-name">
        <HolderName view={view} frame={frame} />
      </p>
      <p class="hall-marks">
        {frame.delegation && <ModalityMark modality={frame.modality} />}
        <OnBehalf view={view} group={frame.on_behalf_of} />
        {frame.to_order && <Mark tone="warn">{t(`to_order.said.${frame.to_order}`)}</Mark>}
      </p>
      {isTimed(frame) && <SpeakingClock frame={frame} now={now} />}
      <TimeMeter frame={frame} now={now} />
      <InterruptedFrames view={view} now={now} />
    </section>
  );
}

function Called({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const entry = view.called && view.entries[view.called.request];
  if (entry === undefined) {
    return null;
  }
  return (
    <section class={`hall-speaker called ${entry.kind}`} aria-labelledby="called-title">
      <h2 id="called-title">{calledText(entry)}</h2>
      <p class="hall-name">
        <DelegationName view={view} id={entry.delegation} />
      </p>
      <p class="hall-marks">
        <ModalityMark modality={entry.modality} />
        <OnBehalf view={view} group={entry.on_behalf_of} />
      </p>
      <InterruptedUnderCall live={live} />
    </section>
  );
}

function InterruptedUnderCall({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const frame = view.floor.at(-1);
  return frame === undefined ? null : (
    <p class="under">
      <Icon name="paused" />
      <span>
        <HolderName view={view} frame={frame} /> · {t("clock.interrupted")}
      </span>
    </p>
  );
}

/** The list closes at a time of the clock. */
function ClosingAt({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const at = view.item === undefined ? undefined : view.lists[view.item]?.closing_at;
  return at === undefined ? null : (
    <p class="hall-closing">{t("list.closes_at", { at: timeOfDay(at, live.session.conference.time_zone) })}</p>
  );
}

/** Who is called, who speaks, or that nobody does. */
function OnFloor({ live }: { live: Live }): JSX.Element {
  const view = live.view.value;
  const top = view.floor.at(-1);
  if (view.called !== undefined) {
    return <Called live={live} />;
  }
  return top === undefined ? (
    <p class="hall-quiet">
      {t(view.meeting.phase === "in_session" ? "hall.nobody" : `phase.${view.meeting.phase}`)}
    </p>
  ) : (
    <Speaker live={live} frame={top} />
  );
}

/** What is put has the display to itself, unless somebody speaks: a point of order on how it is conducted. */
function Main({ live }: { live: Live }): JSX.Element {
  const put = hallPut(live);
  if (put !== undefined) {
    const speaks = somebodySpeaks(live);
    return (
      <main class={`hall-main ${speaks ? "hall-beside" : "hall-alone"}`}>
        <Put live={live} put={put} />
        {speaks && <OnFloor live={live} />}
      </main>
    );
  }
  return (
    <main class="hall-main">
      <div class="hall-now">
        <ResultBand live={live} />
        <OnFloor live={live} />
        <BeforeBody live={live} />
      </div>
      <section class="hall-next" aria-labelledby="next-title">
        <h2 id="next-title">{t("next.title")}</h2>
        <NextSpeakers live={live} most={SHOWN} />
        <ClosingAt live={live} />
      </section>
    </main>
  );
}

export function Hall({ live }: { live: Live }): JSX.Element {
  return (
    <div class="hall">
      <Item live={live} />
      <Main live={live} />
    </div>
  );
}
