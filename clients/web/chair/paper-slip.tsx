// A delegation asked by paper, flag or telephone: the desk inscribes it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Modality, RequestKind, SpeakerRank } from "../core/contract.ts";
import { isPanelOpen } from "../core/next.ts";
import { explainable, mayReply, sidesOf } from "../core/rights.ts";
import { t } from "../i18n/t.ts";
import { GroupField, JointField, LanguageField, RankField } from "../ui/fields.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";

interface Props {
  readonly live: Shown<"podium">;
  readonly delegation: string;
  readonly done: () => void;
}

const MODALITIES: readonly Modality[] = ["in_person", "online"];

/** What a delegation can ask for by slip or flag as things stand. */
function kindsOf(live: Shown<"podium">, delegation: string): readonly RequestKind[] {
  const view = live.view.value;
  return [
    "statement",
    "point_of_order",
    ...(mayReply(view, delegation) ? (["reply"] as const) : []),
    ...(isPanelOpen(view) ? (["question"] as const) : []),
    ...sidesOf(view, delegation),
    ...(explainable(view, delegation).length > 0 ? (["explanation"] as const) : []),
  ];
}

interface KindProps {
  readonly live: Shown<"podium">;
  readonly delegation: string;
  readonly kind: RequestKind;
  readonly choose: (kind: RequestKind) => void;
}

function KindField({ live, delegation, kind, choose }: KindProps): JSX.Element {
  return (
    <label class="field">
      <span>{t("slip.kind")}</span>
      <select value={kind} onChange={(event) => choose(event.currentTarget.value as RequestKind)}>
        {kindsOf(live, delegation).map((each) => (
          <option key={each} value={each}>
            {t(`kind.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AboutProps {
  readonly live: Shown<"podium">;
  readonly delegation: string;
  readonly proposal: string;
  readonly choose: (proposal: string) => void;
}

/** On which document an explanation of vote is. */
function AboutField({ live, delegation, proposal, choose }: AboutProps): JSX.Element {
  const view = live.view.value;
  return (
    <label class="field">
      <span>{t("proposal.one")}</span>
      <select value={proposal} required onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("field.choose")}</option>
        {explainable(view, delegation).map((id) => (
          <option key={id} value={id}>
            {view.proposals[id]?.symbol ?? id}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Why the delegation speaks on behalf of a group of which it is no member. */
function ReasonField({ value, choose }: { value: string; choose: (reason: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span>{t("slip.reason")}</span>
      <input type="text" value={value} maxLength={500} onInput={(event) => choose(event.currentTarget.value)} />
    </label>
  );
}

export function PaperSlip({ live, delegation, done }: Props): JSX.Element | null {
  const [modality, setModality] = useState<Modality>("in_person");
  const [spoken, setSpoken] = useState("");
  const [group, setGroup] = useState("");
  const [kind, setKind] = useState<RequestKind>("statement");
  const [rank, setRank] = useState<SpeakerRank>("other");
  const [proposal, setProposal] = useState("");
  const [joint, setJoint] = useState<readonly string[]>([]);
  const [reason, setReason] = useState("");
  if (!may(live, "InscribeSpeaker")) {
    return null;
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const accepted = await live.act({
      command: "InscribeSpeaker",
      delegation,
      modality,
      kind,
      ...(rank === "other" ? {} : { rank }),
      ...(kind === "explanation" ? { proposal } : {}),
      ...(kind === "for_motion" || kind === "against_motion" ? { motion: live.view.value.motion } : {}),
      ...(spoken === "" ? {} : { language: spoken }),
      ...(group === "" ? {} : { on_behalf_of: group }),
      ...(kind !== "statement" || joint.length === 0 ? {} : { joint }),
      ...(group === "" || reason.trim() === "" ? {} : { reason: reason.trim() }),
    });
    if (accepted) {
      done();
    }
  };
  return (
    <form class="slip" onSubmit={(event) => void submit(event)}>
      <h3>{t("slip.title")}</h3>
      <div class="fields">
        <label class="field">
          <span>{t("slip.from")}</span>
          <select value={modality} onChange={(event) => setModality(event.currentTarget.value as Modality)}>
            {MODALITIES.map((each) => (
              <option key={each} value={each}>
                {t(`modality.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <KindField live={live} delegation={delegation} kind={kind} choose={setKind} />
        {kind === "explanation" && (
          <AboutField live={live} delegation={delegation} proposal={proposal} choose={setProposal} />
        )}
        <RankField live={live} value={rank} choose={setRank} />
        <LanguageField live={live} value={spoken} choose={setSpoken} />
        <GroupField live={live} value={group} choose={setGroup} />
        {group !== "" && <ReasonField value={reason} choose={setReason} />}
      </div>
      {kind === "statement" && <JointField live={live} value={joint} choose={setJoint} of={delegation} />}
      <button type="submit" aria-disabled={!isLive(live)}>
        {t("slip.inscribe")}
      </button>
    </form>
  );
}
