// The meeting itself: called to order, suspended, resumed, adjourned; who presides; the floor for the podium.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, Phase, PodiumKind, PodiumView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { putNow } from "../core/question.ts";
import { t } from "../i18n/t.ts";
import { Confirm, Dialog } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { officeTitle, Spoken } from "../ui/marks.tsx";
import { EnterMotion } from "./motions.tsx";
import { OpenPanel } from "./open-panel.tsx";
import { Quorum } from "./quorum.tsx";

type PhaseCommand = "CallToOrder" | "SuspendMeeting" | "ResumeMeeting" | "AdjournMeeting";
type Question = "adjourn" | "hand_over" | "give_to";

const FROM: Readonly<Record<Phase, readonly PhaseCommand[]>> = {
  not_set_up: [],
  scheduled: ["CallToOrder"],
  in_session: ["SuspendMeeting", "AdjournMeeting"],
  suspended: ["ResumeMeeting", "AdjournMeeting"],
  adjourned: [],
};

interface PodiumChoice {
  readonly id: string;
  readonly kind: PodiumKind;
  readonly label: string;
}

function members(live: Shown<"podium">): PodiumChoice[] {
  const { podium } = live.view.value;
  return Object.entries(podium).flatMap(([id, member]) => {
    if (member.kind === "delegation") {
      return [];
    }
    const person = personName(live.known.value.directory, id);
    const title = officeTitle(member.title).text;
    return [{ id, kind: member.kind, label: person === undefined ? title : `${title} · ${person}` }];
  });
}

interface ChooseProps {
  readonly title: string;
  readonly says: string;
  readonly choices: readonly PodiumChoice[];
  readonly choose: (choice: PodiumChoice) => void;
  readonly close: () => void;
}

function Choose({ title, says, choices, choose, close }: ChooseProps): JSX.Element {
  return (
    <Dialog title={title} close={close}>
      <p>{choices.length === 0 ? t("podium.nobody") : says}</p>
      <div class="dialog-actions column">
        {choices.map((choice) => (
          <button
            key={choice.id}
            type="button"
            onClick={() => {
              close();
              choose(choice);
            }}
          >
            <bdi>{choice.label}</bdi>
          </button>
        ))}
      </div>
    </Dialog>
  );
}

function Questions(props: { live: Shown<"podium">; question: Question; close: () => void }): JSX.Element {
  const { live, question, close } = props;
  const { presiding, lists, panel } = live.view.value;
  const replies = Object.values(lists).reduce((sum, list) => sum + (list.replies?.length ?? 0), 0);
  const waiting = Object.values(lists).reduce((sum, list) => sum + list.order.length, 0);
  const act = (command: Command): void => void live.act(command);
  const all = members(live);
  switch (question) {
    case "adjourn":
      return (
        <Confirm
          title={t("adjourn.title")}
          says={
            <>
              {waiting > 0 && <b>{t("adjourn.waiting", { count: waiting })}</b>}{" "}
              {replies > 0 ? t("adjourn.replies", { count: replies }) : t("adjourn.says")}
            </>
          }
          yes={t("adjourn.yes")}
          act={() => act({ command: "AdjournMeeting", confirmed: replies > 0 || panel !== undefined })}
          close={close}
        />
      );
    case "hand_over":
      return (
        <Choose
          title={t("hand_over.title")}
          says={t("hand_over.says")}
          choices={all.filter((each) => each.kind === "presiding_officer" && each.id !== presiding)}
          choose={({ id }) => act({ command: "HandOverChair", to: id })}
          close={close}
        />
      );
    case "give_to":
      return (
        <Choose
          title={t("give_to.title")}
          says={t("give_to.says")}
          choices={all}
          choose={({ id, kind }) => act({ command: "GiveFloorTo", kind, participant: id })}
          close={close}
        />
      );
  }
}

function floorFree(view: PodiumView): boolean {
  return view.floor.length === 0 && view.called === undefined && putNow(view) === undefined;
}

export function Proceedings({ live }: { live: Shown<"podium"> }): JSX.Element {
  const [question, ask] = useState<Question>();
  const view = live.view.value;
  const { phase } = view.meeting;
  const free = isLive(live) && floorFree(view);
  const button = (text: string, ready: boolean, press: () => void, danger = false): JSX.Element => (
    <button
      key={text}
      type="button"
      class={danger ? "small danger" : "small"}
      aria-disabled={!ready}
      onClick={() => ready && press()}
    >
      {text}
    </button>
  );
  const phaseButton = (name: PhaseCommand): JSX.Element =>
    name === "AdjournMeeting"
      ? button(t("phase.act.AdjournMeeting"), free, () => ask("adjourn"), true)
      : button(t(`phase.act.${name}`), free, () => void live.act({ command: name }));
  return (
    <section class="panel" aria-labelledby="meeting-title">
      <h2 id="meeting-title">{t("meeting.title")}</h2>
      <Presiding live={live} />
      <Quorum view={view} />
      <div class="buttons">
        {FROM[phase].filter((name) => may(live, name)).map(phaseButton)}
        {phase === "in_session" &&
          may(live, "GiveFloorTo") &&
          button(t("give_to.open"), isLive(live) && view.called === undefined && view.vote === undefined, () => ask("give_to"))}
        {phase !== "adjourned" &&
          may(live, "HandOverChair") &&
          button(t("hand_over.open"), isLive(live), () => ask("hand_over"))}
        <EnterMotion live={live} />
        <OpenPanel live={live} />
      </div>
      {question && <Questions live={live} question={question} close={() => ask(undefined)} />}
    </section>
  );
}

function Presiding({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const { presiding, podium } = live.view.value;
  const member = presiding === undefined ? undefined : podium[presiding];
  if (member === undefined) {
    return null;
  }
  const person = personName(live.known.value.directory, presiding);
  return (
    <p class="fact">
      <span>{t("meeting.presiding")}</span>
      <b>
        <Spoken {...officeTitle(member.title)} />
        {person && (
          <>
            {" · "}
            <bdi>{person}</bdi>
          </>
        )}
      </b>
    </p>
  );
}
