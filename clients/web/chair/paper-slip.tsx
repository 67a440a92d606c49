// A delegation asked by paper, flag or telephone: the desk inscribes it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Modality } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { GroupField, LanguageField } from "../ui/fields.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";

interface Props {
  readonly live: Shown<"podium">;
  readonly delegation: string;
  readonly done: () => void;
}

const MODALITIES: readonly Modality[] = ["in_person", "online"];

export function PaperSlip({ live, delegation, done }: Props): JSX.Element | null {
  const [modality, setModality] = useState<Modality>("in_person");
  const [spoken, setSpoken] = useState("");
  const [group, setGroup] = useState("");
  if (!may(live, "InscribeSpeaker")) {
    return null;
  }
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const accepted = await live.act({
      command: "InscribeSpeaker",
      delegation,
      modality,
      ...(spoken === "" ? {} : { language: spoken }),
      ...(group === "" ? {} : { on_behalf_of: group }),
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
        <LanguageField live={live} value={spoken} choose={setSpoken} />
        <GroupField live={live} value={group} choose={setGroup} />
      </div>
      <button type="submit" aria-disabled={!isLive(live)}>
        {t("slip.inscribe")}
      </button>
    </form>
  );
}
