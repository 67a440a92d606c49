// Putting a question to the body: by consensus, or to the vote by one of the methods.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, PodiumView, VoteMethod } from "../core/contract.ts";
import { levelOf } from "../core/next.ts";
import { sameQuestion, type Question } from "../core/question.ts";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import { QuestionWords } from "../ui/question.tsx";
import { RefusalToast } from "../ui/toast.tsx";
import { DelegationSelect } from "./delegation-select.tsx";

const METHODS: readonly VoteMethod[] = ["show_of_hands", "recorded", "roll_call", "secret_ballot"];
const BY_NAME: readonly VoteMethod[] = ["recorded", "roll_call"];

/** The method that a representative has asked for on this question. */
export function methodAsked(view: PodiumView, question: Question): VoteMethod | undefined {
  return view.methods_asked.find((asked) => sameQuestion(asked, question))?.method;
}

/** Whether the floor lets this be put: a document needs it free, a motion may interrupt, an appeal is on top of all. */
function isFloorFree(view: PodiumView, { kind }: Question): boolean {
  const top = view.floor.at(-1);
  switch (kind) {
    case "appeal":
      return true;
    case "motion":
      return top === undefined || (top.interrupted_at !== undefined && levelOf(top.kind) < levelOf("motion"));
    default:
      return top === undefined && view.motion === undefined;
  }
}

/** On substance the body is asked first whether there is an objection; a vote comes when that was in vain. */
function needsConsensus(view: PodiumView, { kind, ref }: Question): boolean {
  const proposal = kind === "proposal" ? view.proposals[ref] : undefined;
  return proposal?.substantive === true && !proposal.consensus_tried && view.consensus === undefined;
}

/** How many wait to speak on the motion: the vote comes after them, or it is confirmed. */
function unheardOn(view: PodiumView, { kind, ref }: Question): number {
  const waits = Object.values(view.entries).filter(({ motion, state }) => motion === ref && state === "inscribed");
  return kind === "motion" ? waits.length : 0;
}

/** Whether a vote now would cut short the debate on the limit that the chair has proposed herself. */
function cutsDebate(view: PodiumView, { kind, ref }: Question, unheard: number): boolean {
  const motion = kind === "motion" ? view.motions[ref] : undefined;
  if (motion === undefined || motion.delegation !== undefined || motion.places_for + motion.places_against === 0) {
    return false;
  }
  return view.consensus !== undefined || motion.heard_for + motion.heard_against === 0 || unheard > 0;
}

/** A delegation asks by flag: what it asked for is entered before the question is put. */
function EnterMethod({ live, question }: Omit<PutProps, "close">): JSX.Element | null {
  const [delegation, choose] = useState("");
  if (!may(live, "AskMethod")) {
    return null;
  }
  const { kind, ref } = question;
  const ready = isLive(live) && delegation !== "";
  return (
    <details class="record">
      <summary>{t("method.enter")}</summary>
      <div class="inline-form">
        <DelegationSelect
          live={live}
          label={t("method.enter.of")}
          value={delegation}
          choose={choose}
          categories={live.view.value.procedure.voters}
        />
        {BY_NAME.map((method) => (
          <Press key={method} ready={ready} press={() => void live.act({ command: "AskMethod", method, kind, ref, delegation })}>
            {t("method.enter.record", { method: t(`method.${method}`) })}
          </Press>
        ))}
      </div>
    </details>
  );
}

interface PutProps {
  readonly live: Shown<"podium">;
  readonly question: Question;
  readonly close: () => void;
}

function Methods(props: PutProps & { send: (command: Command) => void }): JSX.Element {
  const { live, question, send } = props;
  const { kind, ref } = question;
  const asked = methodAsked(live.view.value, question);
  const first = needsConsensus(live.view.value, question);
  const unheard = unheardOn(live.view.value, question);
  const cuts = cutsDebate(live.view.value, question, unheard);
  const [given, giveReason] = useState("");
  const reason = given.trim();
  return (
    <>
      <h3>{t("put.vote")}</h3>
      {asked && <p>{t("put.asked", { method: t(`method.${asked}`) })}</p>}
      {first && <p>{t("put.consensus_first")}</p>}
      {unheard > 0 && <p class="problem">{t("put.unheard", { count: unheard })}</p>}
      {cuts && (
        <label class="field">
          <span>{t("put.cut")}</span>
          <input value={given} maxLength={200} onInput={(event) => giveReason(event.currentTarget.value)} />
        </label>
      )}
      <div class="dialog-actions column">
        {(first ? [] : METHODS).map((method) => (
          <Press
            key={method}
            ready={!cuts || reason !== ""}
            style={method === asked ? "primary" : ""}
            press={() =>
              send({ command: "OpenVote", kind, ref, method, confirmed: unheard > 0, ...(cuts ? { reason } : {}) })
            }
          >
            {t(`method.${method}`)}
          </Press>
        ))}
      </div>
    </>
  );
}

/** A question that was put for consensus is left open first: the body votes on what it could not agree on. */
function PutDialog({ live, question, close }: PutProps): JSX.Element {
  const send = async (command: Command): Promise<void> => {
    close();
    const asked = live.view.value.consensus !== undefined;
    if (!asked || (await live.act({ command: "AbandonConsensus" }))) {
      await live.act(command);
    }
  };
  const { kind, ref } = question;
  const free = isFloorFree(live.view.value, question);
  const consensus = free && kind !== "appeal" && live.view.value.consensus === undefined;
  return (
    <Dialog title={t("put.title")} close={close}>
      <RefusalToast live={live} />
      <QuestionWords view={live.view.value} question={question} />
      {consensus && (
        <div class="dialog-actions column">
          <button
            type="button"
            class="primary"
            autofocus
            onClick={() => void send({ command: "AskConsensus", kind, ref })}
          >
            {t("put.consensus")}
          </button>
        </div>
      )}
      {free ? (
        <Methods live={live} question={question} close={close} send={(command) => void send(command)} />
      ) : (
        <p role="status">{t("put.floor_first")}</p>
      )}
      <EnterMethod live={live} question={question} />
    </Dialog>
  );
}

/** A button that opens the dialog; not there for who may not put questions, or while another is put. */
export function Put(props: {
  live: Shown<"podium">;
  question: Question;
  text: string;
  style?: string;
  ready?: boolean;
}): JSX.Element | null {
  const { live, question, text, style, ready = true } = props;
  const [open, setOpen] = useState(false);
  const view = live.view.value;
  if (!may(live, "AskConsensus")) {
    return null;
  }
  const free = view.vote === undefined && view.called === undefined && view.meeting.phase === "in_session";
  return (
    <>
      <Press ready={ready && free && isLive(live)} press={() => setOpen(true)} style={style}>
        {text}
      </Press>
      {open && <PutDialog live={live} question={question} close={() => setOpen(false)} />}
    </>
  );
}
