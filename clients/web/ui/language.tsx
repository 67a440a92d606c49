// The language of the page: where it comes from, what the page says of it, and the choice of another.
import { effect } from "@preact/signals";
import type { JSX } from "preact";
import type { Title } from "../core/contract.ts";
import { titled } from "../core/names.ts";
import { LANGUAGES, primary } from "../i18n/catalogues.ts";
import { direction, language, speak, t, textLanguage, type Key } from "../i18n/t.ts";
import { Icon } from "./icons.tsx";

const REMEMBERED_AS = "hemicycle.language";
const SPOKEN: ReadonlySet<string> = new Set(LANGUAGES.map(({ tag }) => tag));

/** What the address asks for; else what was chosen here before; else the first that the browser prefers and we speak. */
function wanted(): string {
  const preferred = navigator.languages.map(primary).find((tag) => SPOKEN.has(tag));
  const asked = new URLSearchParams(location.search).get("lang");
  return asked ?? localStorage.getItem(REMEMBERED_AS) ?? preferred ?? "en";
}

/** The page's `lang` is that of its own texts, its direction that of the language asked for. */
function declare(): void {
  document.documentElement.lang = textLanguage();
  document.documentElement.dir = direction(language());
}

/** To be awaited before anything is drawn: then the texts are there. */
export async function startLanguage(): Promise<void> {
  await speak(wanted());
  effect(declare);
}

/** Names the page in the browser's tab, in whatever language it is read. */
export function entitle(key: Key, of?: Title): void {
  effect(() => {
    document.title = `${t(key)} · ${of === undefined ? t("product.name") : titled(of, language()).text}`;
  });
}

/** Remembered on this device; also in the address, so that links from here and a reload keep it. */
function choose(tag: string): void {
  localStorage.setItem(REMEMBERED_AS, tag);
  const address = new URL(location.href);
  address.searchParams.set("lang", tag);
  history.replaceState(history.state, "", address);
  void speak(tag);
}

export function LanguageChoice(): JSX.Element {
  return (
    <label class="language-choice" title={t("language.choice")}>
      <Icon name="language" />
      <span class="unseen">{t("language.choice")}</span>
      <select value={textLanguage()} onChange={(event) => choose(event.currentTarget.value)}>
        {LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
