// Handing in the text of a statement: a file for each language, seen by the booths and the podium until it was heard.
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { call, SPEAKERS_LANGUAGES } from "../core/session.ts";
import { language, languageName, t } from "../i18n/t.ts";
import { named } from "../core/names.ts";
import { Dialog } from "../ui/dialog.tsx";
import { isLive, type Shown } from "../ui/live.ts";
import { Mark, Spoken } from "../ui/marks.tsx";
import { Press, Sending } from "../ui/press.tsx";
import { RefusalToast } from "../ui/toast.tsx";

/** A text as the service tells of it to who may read it. */
interface Text {
  readonly id: string;
  readonly delegation: string;
  readonly item: string;
  readonly languages: readonly string[];
  readonly check: boolean;
  readonly public: boolean;
}

type Props = { readonly live: Shown<"hall">; readonly delegation: string };

function useTexts({ live, delegation }: Props): { own: readonly Text[]; at: string; again: () => void } {
  const [all, setAll] = useState<readonly Text[]>([]);
  const [turn, setTurn] = useState(0);
  const at = `api/v1/meetings/${live.view.value.meeting.id}/texts`;
  useEffect(() => {
    let wanted = true;
    call("GET", at).then((told) => wanted && setAll(told as Text[]), live.report);
    return () => {
      wanted = false;
    };
  }, [at, turn]);
  return { own: all.filter((text) => text.delegation === delegation), at, again: () => setTurn((count) => count + 1) };
}

function Own(props: Props & { text: Text; takeBack: () => void }): JSX.Element {
  const { live, text, takeBack } = props;
  const item = live.view.value.agenda[text.item];
  return (
    <li>
      <span class="grow">
        <b>{t("item.number", { number: item?.number ?? text.item })}</b>{" "}
        <small>
          <Spoken {...named(item?.titles, language())} />
        </small>
      </span>
      {text.languages.map((tag) => (
        <Mark key={tag} icon="language">
          {languageName(tag)}
        </Mark>
      ))}
      {text.public ? (
        <Mark tone="ok">{t("text.public")}</Mark>
      ) : (
        <Press ready={isLive(live)} press={takeBack}>
          {t("text.take_back")}
        </Press>
      )}
    </li>
  );
}

interface FormProps {
  readonly live: Shown<"hall">;
  readonly send: (query: URLSearchParams, file: File) => Promise<boolean>;
}

function HandIn({ live, send }: FormProps): JSX.Element {
  const view = live.view.value;
  const items = Object.entries(view.agenda).filter(([, { state }]) => state !== "closed");
  const [item, setItem] = useState(view.item ?? items[0]?.[0] ?? "");
  const tags = live.session.conference.languages ?? SPEAKERS_LANGUAGES;
  const [tag, setTag] = useState("");
  const [check, setCheck] = useState(true);
  const [sending, setSending] = useState(false);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const file = new FormData(form).get("file");
    if (!(file instanceof File) || !isLive(live) || sending) {
      return;
    }
    setSending(true);
    if (await send(new URLSearchParams({ item, language: tag, check: String(check) }), file)) {
      form.reset();
    }
    setSending(false);
  };
  return (
    <form class="hand-in" onSubmit={(event) => void submit(event)}>
      <div class="fields">
        <label class="field">
          <span>{t("text.item")}</span>
          <select value={item} onChange={(event) => setItem(event.currentTarget.value)}>
            {items.map(([id, { number }]) => (
              <option key={id} value={id}>
                {t("item.number", { number })}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t("field.language")}</span>
          <select value={tag} required onChange={(event) => setTag(event.currentTarget.value)}>
            <option value="">{t("text.language.choose")}</option>
            {tags.map((each) => (
              <option key={each} value={each}>
                {languageName(each)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label class="field">
        <span>{t("text.file")}</span>
        <input type="file" name="file" required accept=".pdf,.docx" />
      </label>
      <label class="check">
        <input type="checkbox" checked={check} onChange={(event) => setCheck(event.currentTarget.checked)} />
        <span>{t("text.check")}</span>
      </label>
      <div class="dialog-actions">
        <button type="submit" class="primary" aria-disabled={!isLive(live) || sending}>
          {t("text.hand_in")}
          {sending && <Sending />}
        </button>
      </div>
    </form>
  );
}

function TextsDialog({ live, delegation, close }: Props & { close: () => void }): JSX.Element {
  const { own, at, again } = useTexts({ live, delegation });
  const tried = async (method: string, address: string, body?: FormData): Promise<boolean> => {
    const done = await live.attempt(() => call(method, address, body));
    again();
    return done;
  };
  const send = (query: URLSearchParams, file: File): Promise<boolean> => {
    const form = new FormData();
    form.append("file", file);
    return tried("POST", `${at}?${query.toString()}`, form);
  };
  return (
    <Dialog title={t("text.title")} close={close}>
      <RefusalToast live={live} />
      <p>{t("text.says")}</p>
      {own.length > 0 && (
        <ul class="rows">
          {own.map((text) => (
            <Own
              key={text.id}
              live={live}
              delegation={delegation}
              text={text}
              takeBack={() => void tried("DELETE", `${at}/${text.id}`)}
            />
          ))}
        </ul>
      )}
      <HandIn live={live} send={send} />
    </Dialog>
  );
}

export function Texts({ live, delegation }: Props): JSX.Element | null {
  const [open, setOpen] = useState(false);
  if (live.view.value.meeting.phase === "adjourned") {
    return null;
  }
  return (
    <>
      <Press ready={isLive(live)} press={() => setOpen(true)}>
        {t("text.open")}
      </Press>
      {open && <TextsDialog live={live} delegation={delegation} close={() => setOpen(false)} />}
    </>
  );
}
