// The delegate's large card: where her delegation stands, in one sentence and one figure.
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { timeOfDay } from "../core/clock.ts";
import type { Command, HallEntry } from "../core/contract.ts";
import { groupsFor } from "../core/rights.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isTimed, SpeakingClock, TimeMeter } from "../ui/floor.tsx";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { ModalityMark } from "../ui/marks.tsx";
import { Press } from "../ui/press.tsx";
import { useSeats } from "../ui/seats.ts";
import { Ask } from "./ask.tsx";
import { interruptedBy, type Situation } from "./situation.ts";

type Of<K extends Situation["kind"]> = Extract<Situation, { kind: K }>;
type Live = Shown<"hall">;

function Card(props: { tone: string; title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class={`panel standing ${props.tone}`} aria-labelledby="standing-title">
      <h2 id="standing-title" class="standing-title">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

function Act(props: { live: Live; command: Command; text: string; style?: string }): JSX.Element {
  const { live, command, text, style = "" } = props;
  return (
    <Press
      ready={isLive(live)}
      pending={isPending(live, command)}
      press={() => void live.act(command)}
      style={style}
    >
      {text}
    </Press>
  );
}

function speakingTitle(live: Live, { frame, kind }: Of<"speaking" | "interrupted">): string {
  if (frame.kind === "point_of_order") {
    return t("standing.point_speaking");
  }
  if (frame.kind === "appeal") {
    return t("kind.appeal");
  }
  const by = interruptedBy(live.view.value);
  return kind === "speaking" || by === undefined || by === "point_of_order"
    ? t(`standing.${kind}`)
    : t("standing.interrupted_by", { what: t(`kind.${by}`) });
}

/** Given back, the floor is not had again: it is asked once more. */
function EndStatement({ live }: { live: Live }): JSX.Element {
  const [asking, ask] = useState(false);
  const command: Command = { command: "EndStatement" };
  return (
    <>
      <Press
        ready={isLive(live)}
        pending={isPending(live, command)}
        press={() => ask(true)}
        style="primary big"
      >
        {t("standing.end.open")}
      </Press>
      {asking && (
        <Confirm
          title={t("standing.end")}
          says={t("standing.end.says")}
          yes={t("standing.end")}
          act={() => void live.act(command)}
          close={() => ask(false)}
          ready={isLive(live)}
        />
      )}
    </>
  );
}

function Speaking({ live, now }: { live: Live; now: Of<"speaking" | "interrupted"> }): JSX.Element {
  const { frame, kind } = now;
  const point = frame.kind === "point_of_order";
  return (
    <Card tone={kind} title={speakingTitle(live, now)}>
      {frame.slow_down && (
        <p class="slow-down" role="status">
          {t("standing.slow_down")}
        </p>
      )}
      {frame.to_order && (
        <p class="slow-down" role="status">
          {t(`to_order.said.${frame.to_order}`)}
        </p>
      )}
      {isTimed(frame) && <SpeakingClock frame={frame} now={live.now.value} />}
      <TimeMeter frame={frame} now={live.now.value} />
      {kind === "speaking" && !point && frame.kind !== "appeal" && (
        <EndStatement live={live} />
      )}
    </Card>
  );
}

function Called({ live, now }: { live: Live; now: Of<"called"> }): JSX.Element {
  return (
    <Card tone="called" title={t("standing.called")}>
      <p class="standing-says">{t("standing.called.says")}</p>
      <p class="speaking-marks">
        <ModalityMark modality={now.entry.modality} />
      </p>
      <Withdraw live={live} id={now.id} />
    </Card>
  );
}

function ToMySeat({ live, id, entry }: { live: Live; id: string; entry: HallEntry }): JSX.Element | null {
  const seat = live.known.value.me?.seat;
  if (seat === undefined || seat.role !== "speaker" || seat.modality === entry.modality) {
    return null;
  }
  return (
    <Act live={live} command={{ command: "ChangeModality", request: id }} text={t(`standing.speak_from.${seat.modality}`)} />
  );
}

function Withdraw({ live, id }: { live: Live; id: string }): JSX.Element {
  const [asking, ask] = useState(false);
  const command: Command = { command: "WithdrawRequest", request: id };
  return (
    <>
      <Press ready={isLive(live)} pending={isPending(live, command)} press={() => ask(true)} style="danger">
        {t("standing.withdraw")}
      </Press>
      {asking && (
        <Confirm
          title={t("standing.withdraw.title")}
          says={t("standing.withdraw.says")}
          yes={t("standing.withdraw")}
          act={() => void live.act(command)}
          close={() => ask(false)}
          ready={isLive(live)}
        />
      )}
    </>
  );
}

function Waiting({ live, now }: { live: Live; now: Of<"waiting" | "passed_over"> }): JSX.Element {
  const at = timeOfDay(live.now.value + now.wait, live.session.conference.time_zone);
  const wait = Math.round(now.wait / 60_000);
  return (
    <Card tone={now.kind} title={t(`standing.${now.kind}`)}>
      <p class="place">
        <span class="place-label">{t("standing.place")}</span>
        <b class="place-number digits">{now.place}</b>
        <span class="place-wait">
          {wait < 1 ? t("standing.soon") : t("standing.expected", { count: wait, at })}
        </span>
      </p>
      <p class="speaking-marks">
        <ModalityMark modality={now.entry.modality} />
      </p>
      <div class="buttons">
        <ToMySeat live={live} id={now.id} entry={now.entry} />
        <Withdraw live={live} id={now.id} />
      </div>
      <AskAgain live={live} />
    </Card>
  );
}

/** A delegation stands on the list for a group and for itself. */
function AskAgain({ live }: { live: Live }): JSX.Element | null {
  const own = live.known.value.me?.delegation;
  if (own === undefined || Object.keys(groupsFor(live.view.value, own)).length === 0) {
    return null;
  }
  return (
    <details class="joint">
      <summary>{t("ask.again")}</summary>
      <Ask live={live} delivered={undefined} />
    </details>
  );
}

function Idle({ live, now }: { live: Live; now: Of<"idle"> }): JSX.Element {
  return (
    <Card tone="idle" title={t("standing.idle")}>
      <Ask live={live} delivered={now.delivered} />
    </Card>
  );
}

export function Standing({ live, now }: { live: Live; now: Situation }): JSX.Element {
  switch (now.kind) {
    case "speaking":
    case "interrupted":
      return <Speaking live={live} now={now} />;
    case "called":
      return <Called live={live} now={now} />;
    case "waiting":
    case "passed_over":
      return <Waiting live={live} now={now} />;
    case "idle":
      return <Idle live={live} now={now} />;
  }
}

/** Who of the delegation may ask instead. */
function WhoMayAsk({ live, delegation }: { live: Live; delegation: string }): JSX.Element | null {
  const seats = useSeats(live, delegation, live.known.value.me);
  const speakers = (seats?.seats ?? []).filter((seat) => seat.role === "speaker" && seat.participant !== undefined);
  if (seats === undefined || speakers.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{t("following.who")}</h3>
      <ul class="may-ask">
        {speakers.map((seat) => (
          <li key={seat.id}>
            <bdi>{seats.people.find((person) => person.id === seat.participant)?.name ?? seat.participant}</bdi>
            <ModalityMark modality={seat.modality} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a participant with the observer role sees instead: that she follows, and who may ask. */
export function Following(props: { live: Live; observer: boolean; now: Situation | undefined }): JSX.Element {
  const { live, now } = props;
  const delegation = live.known.value.me?.delegation;
  return (
    <Card tone="following" title={t(props.observer ? "following.title" : "following.no_seat")}>
      <p class="standing-says">{t(props.observer ? "following.says" : "following.no_seat.says")}</p>
      {props.observer && (
        <p class="rule-name">
          {t("refusal.rule")} <code>ROLE_LISTEN_ONLY</code>
        </p>
      )}
      {delegation && <WhoMayAsk live={live} delegation={delegation} />}
      {now !== undefined && now.kind !== "idle" && (
        <p class="standing-says">
          <b>{t(`following.delegation.${now.kind}`)}</b>
        </p>
      )}
    </Card>
  );
}
