// What can be done with one request: call it out of order, move it, decline it, take it as read, withdraw it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, Modality, PodiumEntry } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { may, type Shown } from "../ui/live.ts";
import { ReasonDialog } from "./dialogs.tsx";
import { MoveRequestDialog } from "./move-request.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly id: string;
  readonly close: () => void;
}

type Asking = "call" | "withdraw" | "decline" | "move";

const OTHER: Readonly<Record<Modality, Modality>> = { in_person: "online", online: "in_person" };
const COMMAND = { call: "CallSpeaker", withdraw: "WithdrawRequest", decline: "DeclineRequest" } as const;
const NEEDS_REASON = { call: true, withdraw: false, decline: true } as const;
const DECLINABLE: ReadonlySet<PodiumEntry["kind"]> = new Set(["reply", "rebuttal", "question"]);

interface WhyProps extends Props {
  readonly asking: Exclude<Asking, "move">;
  readonly name: string;
}

function Why({ live, id, asking, name, close }: WhyProps): JSX.Element {
  return (
    <ReasonDialog
      title={t(`request.${asking}.title`, { name })}
      says={t(`request.${asking}.says`)}
      yes={t(`request.${asking}.yes`)}
      required={NEEDS_REASON[asking]}
      act={(reason) =>
        void live.act({
          command: COMMAND[asking],
          request: id,
          ...(reason === undefined ? {} : { reason }),
        } as Command)
      }
      close={close}
    />
  );
}

interface PartnersProps extends Omit<Props, "close"> {
  readonly entry: PodiumEntry;
  readonly send: (command: Command) => void;
}

/** Partners of a joint statement answer at their console, or tell the desk. */
function Partners({ live, id, entry, send }: PartnersProps): JSX.Element {
  const offered = (entry.named ?? []).flatMap((delegation) => {
    const name = delegationName(live.view.value, delegation, language()).text;
    return (["JoinStatement", "DeclineToJoin"] as const)
      .filter((command) => may(live, command))
      .map((command) => (
        <button key={`${command} ${delegation}`} type="button" onClick={() => send({ command, request: id, delegation })}>
          {t(`request.${command}`, { name })}
        </button>
      ));
  });
  return <>{offered}</>;
}

interface MenuProps extends Props {
  readonly entry: PodiumEntry;
  readonly name: string;
  readonly ask: (asking: Asking) => void;
}

function Menu({ live, id, entry, name, ask, close }: MenuProps): JSX.Element {
  const send = (command: Command): void => {
    close();
    void live.act(command);
  };
  const listed = entry.kind === "statement";
  const choice = (shown: boolean, text: string, press: () => void, style = ""): JSX.Element | null =>
    shown ? (
      <button type="button" class={style} onClick={press}>
        {text}
      </button>
    ) : null;
  return (
    <Dialog title={name} close={close}>
      <div class="dialog-actions column">
        {choice(may(live, "CallSpeaker"), t("request.call.open"), () => ask("call"))}
        {choice(listed && may(live, "MoveRequest"), t("request.move.open"), () => ask("move"))}
        {choice(may(live, "ChangeModality"), t(`request.speak_from.${OTHER[entry.modality]}`), () =>
          send({ command: "ChangeModality", request: id, modality: OTHER[entry.modality] }),
        )}
        <Partners live={live} id={id} entry={entry} send={send} />
        {choice(listed && may(live, "TakeAsRead"), t("request.read"), () => send({ command: "TakeAsRead", request: id }))}
        {choice(DECLINABLE.has(entry.kind) && may(live, "DeclineRequest"), t("request.decline.open"), () => ask("decline"))}
        {choice(may(live, "WithdrawRequest"), t("request.withdraw.open"), () => ask("withdraw"), "danger")}
      </div>
    </Dialog>
  );
}

export function RequestDialog({ live, id, close }: Props): JSX.Element | null {
  const [asking, ask] = useState<Asking>();
  const view = live.view.value;
  const entry = view.entries[id];
  if (entry === undefined) {
    return null;
  }
  const name = delegationName(view, entry.delegation, language()).text;
  if (asking === "move") {
    return <MoveRequestDialog live={live} id={id} entry={entry} close={close} />;
  }
  if (asking !== undefined) {
    return <Why live={live} id={id} asking={asking} name={name} close={close} />;
  }
  return <Menu live={live} id={id} entry={entry} name={name} ask={ask} close={close} />;
}
