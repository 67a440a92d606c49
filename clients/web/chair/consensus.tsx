// "I hear no objection": the question put, who objects, and how it ends.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { HallView } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { DelegationName } from "../ui/marks.tsx";
import { Press, Send } from "../ui/press.tsx";
import { QuestionWords } from "../ui/question.tsx";
import { isPointOpen } from "./acts.ts";
import { DelegationSelect } from "./delegation-select.tsx";
import { useAnswer, useChairKeys } from "./keys.tsx";
import { Put } from "./put.tsx";

type Asked = NonNullable<HallView["consensus"]>;

function Objections({ live, asked }: { live: Shown<"podium">; asked: Asked }): JSX.Element {
  const view = live.view.value;
  const objections = asked.objections ?? [];
  if (objections.length === 0) {
    return <p class="empty">{t("consensus.no_objection")}</p>;
  }
  return (
    <>
      <p class="problem">{t("consensus.objections", { count: objections.length })}</p>
      <ul class="rows">
        {objections.map((id) => (
          <li key={id}>
            <b class="grow">
              <DelegationName view={view} id={id} />
            </b>
            <Send live={live} command={{ command: "LiftObjection", delegation: id }}>
              {t("consensus.lift")}
            </Send>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The desk enters the objection of a delegation that asked by flag. */
function ObjectFor({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const [delegation, choose] = useState("");
  if (!may(live, "Object")) {
    return null;
  }
  const send = (): void => {
    void live.act({ command: "Object", delegation });
    choose("");
  };
  return (
    <div class="inline-form">
      <DelegationSelect
        live={live}
        label={t("consensus.object_for")}
        value={delegation}
        choose={choose}
        categories={live.view.value.procedure.voters}
      />
      <Press ready={delegation !== "" && isLive(live)} press={send}>
        {t("consensus.object")}
      </Press>
    </div>
  );
}

/** Before it is declared: the objections stay on record, or a point of order has come between. */
function ConfirmDeclared({ live, noted, close }: { live: Shown<"podium">; noted: boolean; close: () => void }): JSX.Element {
  const of = noted ? "noted" : "disturbed";
  return (
    <Confirm
      title={t(`consensus.${of}.title`)}
      says={t(`consensus.${of}.says`)}
      yes={t("consensus.noted.yes")}
      act={() => void live.act({ command: "DeclareDecided", ...(noted ? { noted } : {}) })}
      close={close}
    />
  );
}

function Ending({ live, asked }: { live: Shown<"podium">; asked: Asked }): JSX.Element | null {
  const [confirming, confirm] = useState(false);
  const view = live.view.value;
  const objected = (asked.objections ?? []).length > 0;
  const ready = isLive(live);
  const mine = may(live, "DeclareDecided");
  /** What the chair has proposed herself is opened, with an objection, to those for and against it. */
  const debated = asked.kind === "motion" && view.motions[asked.ref]?.delegation === undefined;
  const declared = useAnswer(live)(`${asked.kind}/${asked.ref}`, { command: "DeclareDecided" });
  const declare = (): void => (objected ? confirm(true) : declared.act());
  /** D also dismisses a point of order: pressed once more by mistake it declares nothing. */
  const disturbed = isPointOpen(view) || view.ruling !== undefined;
  /** Over an objection her own limit is not declared: it is debated. */
  const declarable = !(debated && objected);
  useChairKeys(declarable ? { d: { ...declared, act: disturbed ? () => confirm(true) : declare } } : {});
  return (
    <div class="buttons">
      {mine && declarable && (
        <Press ready={ready} press={declare} style={objected || isPointOpen(view) ? "" : "primary"} keys="D">
          {t(objected ? "consensus.declare_noted" : "consensus.declare")}
        </Press>
      )}
      <Put live={live} question={asked} text={t("put.to_vote")} style={objected && !debated ? "primary" : ""} />
      <Send live={live} command={{ command: "AbandonConsensus" }} style={objected && debated ? "primary" : ""}>
        {t(debated ? "consensus.debate" : "consensus.abandon")}
      </Send>
      {confirming && <ConfirmDeclared live={live} noted={objected} close={() => confirm(false)} />}
    </div>
  );
}

export function Consensus({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const asked = view.consensus;
  if (asked === undefined) {
    return null;
  }
  return (
    <section class="panel put" aria-labelledby="consensus-title">
      <h2 id="consensus-title">{t("consensus.title")}</h2>
      <QuestionWords view={view} question={asked} />
      <div role="status">
        <Objections live={live} asked={asked} />
      </div>
      <Ending live={live} asked={asked} />
      <ObjectFor live={live} />
    </section>
  );
}
