// Who has the floor, from where, for whom, and how much time is left. Each state has its word and its icon.
import type { JSX } from "preact";
import { countdown, timeLeft, timeOfDay } from "../core/clock.ts";
import type { Audience, BoothsFrame, HallFrame, HallView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "./icons.tsx";
import type { Shown } from "./live.ts";
import { HolderName, LanguageMark, Mark, ModalityMark, OnBehalf } from "./marks.tsx";

export type Standing = "running" | "over" | "paused" | "interrupted";

export function standing(frame: HallFrame, left: number | undefined): Standing {
  if (frame.interrupted_at !== undefined) {
    return "interrupted";
  }
  if (frame.paused_at !== undefined) {
    return "paused";
  }
  return left !== undefined && left < 0 ? "over" : "running";
}

const STANDING_ICON = { running: "over", over: "over", paused: "paused", interrupted: "paused" } as const;

/** An appeal is put to the vote at once: nobody speaks on it. */
export function isTimed({ kind }: HallFrame): boolean {
  return kind !== "appeal";
}

/** The big clock with its word: time left, over time, clock paused, interrupted. */
export function SpeakingClock({ frame, now }: { frame: HallFrame; now: number }): JSX.Element {
  const left = timeLeft(frame, now);
  const state = standing(frame, left);
  const shown = left === undefined ? undefined : countdown(left);
  return (
    <div class={`clock ${state}`}>
      <span class="clock-time digits" role="timer" aria-label={t("clock.label")}>
        {shown?.text ?? "–"}
      </span>
      <span class="clock-word">
        <Icon name={STANDING_ICON[state]} />
        {t(shown === undefined ? "clock.no_limit" : `clock.${state}`)}
      </span>
    </div>
  );
}

/** How much of the speaking time is used: a picture of the clock, so hidden from screen readers. */
export function TimeMeter({ frame, now }: { frame: HallFrame; now: number }): JSX.Element | null {
  const left = timeLeft(frame, now);
  if (frame.ends_at === undefined || left === undefined) {
    return null;
  }
  const whole = Math.max(1, Date.parse(frame.ends_at) - Date.parse(frame.started_at));
  const used = Math.min(100, Math.max(0, 100 - (left / whole) * 100));
  return (
    <div class={`meter ${standing(frame, left)}`} aria-hidden="true">
      <span style={{ inlineSize: `${used}%` }} />
    </div>
  );
}

export function ConnectionLost({ since, zone }: { since: string; zone: string }): JSX.Element {
  return (
    <p class="line-lost">
      <Icon name="lost" />
      {t("floor.connection_lost", { time: timeOfDay(since, zone, true) })}
    </p>
  );
}

/** In what capacity the floor is held: for a statement of a delegation, simply that it is. */
export function kindText(frame: HallFrame): string {
  if (frame.kind !== "statement") {
    return t(`kind.${frame.kind}`);
  }
  return frame.holder === "delegation" ? t("floor.has_the_floor") : t(`holder.${frame.holder}`);
}

/** Who speaks now; nobody while somebody is called who interrupts. */
function speakingNow(view: HallView): HallFrame | undefined {
  const top = view.floor.at(-1);
  return view.called !== undefined && top?.interrupted_at !== undefined ? undefined : top;
}

/** The frames under who speaks or is called: interrupted, with the time that waits for them. */
export function InterruptedFrames({ view, now }: { view: HallView; now: number }): JSX.Element {
  const top = speakingNow(view);
  return (
    <>
      {view.floor.filter((frame) => frame !== top).map((frame) => (
        <p class="under" key={frame.grant}>
          <Icon name="paused" />
          <span>
            <HolderName view={view} frame={frame} /> · {t("floor.interrupted_left")}{" "}
            <b class="digits">{countdown(timeLeft(frame, now) ?? 0).text}</b>
          </span>
        </p>
      ))}
    </>
  );
}

function Speaking(props: { live: Shown<Audience>; frame: BoothsFrame; now: number }): JSX.Element {
  const { live, frame, now } = props;
  const view = live.view.value;
  const person = personName(live.known.value.directory, frame.participant);
  return (
    <div class={`speaking ${frame.kind}`}>
      <p class="speaking-kind">
        {frame.kind === "point_of_order" && <Icon name="point" />}
        {kindText(frame)}
      </p>
      <p class="speaking-name">
        <HolderName view={view} frame={frame} />
      </p>
      {person && <bdi class="row-person">{person}</bdi>}
      <p class="speaking-marks">
        {frame.delegation && <ModalityMark modality={frame.modality} />}
        <LanguageMark tag={frame.language} />
        {frame.on_behalf_of && (
          <Mark>
            <OnBehalf view={view} group={frame.on_behalf_of} />
          </Mark>
        )}
        {frame.to_order && <Mark tone="warn">{t(`to_order.said.${frame.to_order}`)}</Mark>}
      </p>
      {frame.connection_lost_at && (
        <ConnectionLost since={frame.connection_lost_at} zone={live.session.conference.time_zone} />
      )}
      {isTimed(frame) && <SpeakingClock frame={frame} now={now} />}
      <TimeMeter frame={frame} now={now} />
    </div>
  );
}

/** What stands on the floor: the speaker, those interrupted beneath, or that nobody speaks. */
export function FloorPanel({ live }: { live: Shown<Audience> }): JSX.Element {
  const view = live.view.value;
  const now = live.now.value;
  const top = speakingNow(view);
  return (
    <>
      {view.floor.length === 0 && (
        <p class="floor-empty">{t(view.meeting.phase === "in_session" ? "floor.empty" : `phase.${view.meeting.phase}`)}</p>
      )}
      {top !== undefined && <Speaking live={live} frame={top} now={now} />}
      <InterruptedFrames view={view} now={now} />
    </>
  );
}
