// What else may be asked for as things stand: replies, questions, explanations, sides of a motion; and what waits.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, HallEntry, HallView, RequestKind } from "../core/contract.ts";
import { PENDING, pendingOf } from "../core/list.ts";
import * as rights from "../core/rights.ts";
import { t } from "../i18n/t.ts";
import { Confirm, Dialog } from "../ui/dialog.tsx";
import { isLive, isPending, type Shown } from "../ui/live.ts";
import { DelegationName } from "../ui/marks.tsx";
import { MotionForm } from "../ui/motion-form.tsx";
import { Press, Send } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { AskMethod } from "./ask-method.tsx";
import { ReplyDialog } from "./reply.tsx";

type Props = { readonly live: Shown<"hall">; readonly delegation: string };

const APPEAL: Command = { command: "Appeal" };
const ELSEWHERE: ReadonlySet<RequestKind> = new Set(["statement", "point_of_order", "appeal"]);

function Waiting({ live, delegation }: Props): JSX.Element | null {
  const view = live.view.value;
  const first = pendingOf(view, delegation, "statement");
  const own = Object.entries(view.entries).filter(
    ([id, entry]) =>
      entry.delegation === delegation &&
      PENDING.has(entry.state) &&
      (!ELSEWHERE.has(entry.kind) || (entry.kind === "statement" && id !== first)),
  );
  const moved = Object.entries(view.motions).filter(
    ([, { delegation: by, state }]) => by === delegation && (state === "pending" || state === "taken_up"),
  );
  if (own.length + moved.length === 0) {
    return null;
  }
  return (
    <ul class="rows own-requests" aria-label={t("more.waiting")}>
      {own.map(([id, entry]) => (
        <OwnRequest key={id} live={live} id={id} entry={entry} />
      ))}
      {moved.map(([id, motion]) => (
        <li key={id}>
          <span class="grow">
            <b>{t(`motion.${motion.kind}`)}</b>
            <small>{t(`motion.state.${motion.state === "taken_up" ? "taken_up" : "pending"}`)}</small>
          </span>
          <Send live={live} command={{ command: "WithdrawMotion", motion: id }}>
            {t("standing.withdraw")}
          </Send>
        </li>
      ))}
    </ul>
  );
}

/** The place, from 1, among the requests of its kind; none for who has a place on the list of speakers itself. */
function placeOf(view: HallView, id: string, { item, kind }: HallEntry): number | undefined {
  const list = item === undefined ? undefined : view.lists[item];
  const lists = { reply: list?.replies, explanation: list?.explanations, question: list?.questions };
  const index = (lists[kind as keyof typeof lists] ?? []).indexOf(id);
  return index < 0 ? undefined : index + 1;
}

function OwnRequest({ live, id, entry }: { live: Shown<"hall">; id: string; entry: HallEntry }): JSX.Element {
  const waits = entry.state === "inscribed" || entry.state === "passed_over";
  const free = live.view.value.vote === undefined;
  const place = waits ? placeOf(live.view.value, id, entry) : undefined;
  return (
    <li>
      <span class="grow">
        <b>{t(`kind.${entry.kind}`)}</b>
        <small>
          {t(waits ? "more.waits" : "more.now")}
          {place !== undefined && (
            <>
              {" · "}
              {t("standing.place")} <b class="digits">{place}</b>
            </>
          )}
        </small>
      </span>
      {waits && free && (
        <Send live={live} command={{ command: "WithdrawRequest", request: id }}>
          {t("standing.withdraw")}
        </Send>
      )}
    </li>
  );
}

function MoveDialog({ live, delegation, close }: Props & { close: () => void }): JSX.Element {
  return (
    <Dialog title={t("motion.move.title")} close={close}>
      <RefusalToast live={live} />
      <p>{t("motion.move.says")}</p>
      <MotionForm live={live} kinds={rights.movable(live.view.value, delegation)} done={close} />
    </Dialog>
  );
}

/** Asked for at once: nothing is to be said beforehand. */
function simpleAsks(live: Shown<"hall">, delegation: string): readonly { text: string; command: Command }[] {
  const view = live.view.value;
  const ask = (kind: RequestKind, more: object = {}): Command => ({ command: "RequestFloor", kind, ...more });
  return [
    ...(rights.mayQuestion(view, delegation) ? [{ text: t("more.question"), command: ask("question") }] : []),
    ...(rights.mayRebut(view, delegation) ? [{ text: t("more.rebuttal"), command: ask("rebuttal") }] : []),
    ...(rights.mayRespond(view, delegation) ? [{ text: t("more.respond"), command: { command: "AskToRespond" } as const }] : []),
    ...rights.sidesOf(view, delegation).map((side) => ({
      text: t(`more.${side}`),
      command: ask(side, { motion: view.motion }),
    })),
  ];
}

/** On which document: several may be open to explanations. */
function ExplainDialog({ live, delegation, close }: Props & { close: () => void }): JSX.Element {
  const view = live.view.value;
  const explain = (proposal: string): void => {
    close();
    void live.act({ command: "RequestFloor", kind: "explanation", proposal });
  };
  return (
    <Dialog title={t("more.explain.title")} close={close}>
      <p>{t("more.explain.says")}</p>
      <div class="dialog-actions column">
        {rights.explainable(view, delegation).map((id) => (
          <Press key={id} ready={isLive(live)} press={() => explain(id)} style="">
            {t("more.explain", { symbol: view.proposals[id]?.symbol ?? id })}
          </Press>
        ))}
      </div>
    </Dialog>
  );
}

/** An appeal stops the debate and is voted on at once, so it is asked once more. */
function Appealing({ live, delegation }: Props): JSX.Element | null {
  const [asking, ask] = useState(false);
  const view = live.view.value;
  if (view.ruling === undefined || !rights.mayAppeal(view, delegation)) {
    return null;
  }
  return (
    <div class="ruling-line">
      <span>
        {t(view.ruling.upheld ? "ruling.was_upheld" : "ruling.was_dismissed")}{" "}
        <DelegationName view={view} id={view.ruling.delegation} />
      </span>
      <Press ready={isLive(live)} pending={isPending(live, APPEAL)} press={() => ask(true)}>
        {t("ruling.appeal.open")}
      </Press>
      {asking && (
        <Confirm
          title={t("ruling.appeal")}
          says={t("ruling.appeal.says")}
          yes={t("ruling.appeal")}
          act={() => void live.act(APPEAL)}
          close={() => ask(false)}
          ready={isLive(live)}
        />
      )}
    </div>
  );
}

type Asking = "move" | "reply" | "explain";

function Asked(props: Props & { asking: Asking; close: () => void }): JSX.Element {
  const { asking, ...rest } = props;
  switch (asking) {
    case "move":
      return <MoveDialog {...rest} />;
    case "reply":
      return <ReplyDialog {...rest} />;
    case "explain":
      return <ExplainDialog {...rest} />;
  }
}

export function MoreAsks({ live, delegation }: Props): JSX.Element | null {
  const [asking, ask] = useState<Asking>();
  const view = live.view.value;
  if (view.meeting.phase !== "in_session") {
    return null;
  }
  const open = (shown: boolean, what: Asking, text: string): JSX.Element | null =>
    shown ? (
      <Press ready={isLive(live)} press={() => ask(what)} style="">
        {text}
      </Press>
    ) : null;
  return (
    <div class="more-asks">
      <Waiting live={live} delegation={delegation} />
      <Appealing live={live} delegation={delegation} />
      <div class="buttons" role="group" aria-label={t("more.title")}>
        {open(rights.mayReply(view, delegation), "reply", t("more.reply"))}
        {simpleAsks(live, delegation).map(({ text, command }) => (
          <Send key={text} live={live} command={command} style="">
            {text}
          </Send>
        ))}
        {open(rights.explainable(view, delegation).length > 0, "explain", t("more.explain.open"))}
        {open(rights.movable(view, delegation).length > 0, "move", t("more.move"))}
        <AskMethod live={live} delegation={delegation} />
      </div>
      {asking && <Asked live={live} delegation={delegation} asking={asking} close={() => ask(undefined)} />}
    </div>
  );
}
