// A document comes under consideration: its symbol, its title, who sponsors it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { RefusalToast } from "../ui/toast.tsx";
import { Sponsors } from "./sponsors.tsx";

export function TableDialog({ live, close }: { live: Shown<"podium">; close: () => void }): JSX.Element {
  const view = live.view.value;
  const items = Object.entries(view.agenda).filter(([, { state }]) => state !== "closed");
  const [item, setItem] = useState(view.item ?? items[0]?.[0] ?? "");
  const [symbol, setSymbol] = useState("");
  const [title, setTitle] = useState("");
  const [sponsors, setSponsors] = useState<readonly string[]>([]);
  const [substantive, setSubstantive] = useState(true);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (await live.act({ command: "TableProposal", item, symbol, title, sponsors, substantive })) {
      close();
    }
  };
  return (
    <Dialog title={t("proposal.table.title")} close={close}>
      <RefusalToast live={live} />
      <form onSubmit={(event) => void submit(event)}>
        <div class="fields">
          <label class="field">
            <span>{t("proposal.symbol")}</span>
            <input value={symbol} required maxLength={80} autofocus onInput={(event) => setSymbol(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span>{t("proposal.item")}</span>
            <select value={item} onChange={(event) => setItem(event.currentTarget.value)}>
              {items.map(([id, { number }]) => (
                <option key={id} value={id}>
                  {t("item.number", { number })}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label class="field">
          <span>{t("proposal.document_title")}</span>
          <input value={title} required maxLength={300} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <Sponsors live={live} value={sponsors} choose={setSponsors} />
        <label class="check">
          <input
            type="checkbox"
            checked={substantive}
            onChange={(event) => setSubstantive(event.currentTarget.checked)}
          />
          <span>{t("proposal.substantive")}</span>
        </label>
        <div class="dialog-actions">
          <button type="submit" class="primary" aria-disabled={!isLive(live)}>
            {t("proposal.table.yes")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
