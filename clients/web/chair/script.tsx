// The words to say now, in the language that the chair speaks; what may come instead stands folded below.
import type { JSX } from "preact";
import { computed, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ScriptStep } from "../core/contract.ts";
import { isThanks, words, type Script as Words } from "../core/script.ts";
import { call, SPEAKERS_LANGUAGES } from "../core/session.ts";
import { direction, languageName, t, textLanguage } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";

const REMEMBERED_AS = "hemicycle.script-language";
const chosen = signal(localStorage.getItem(REMEMBERED_AS));
/** Until the chair chooses another, the script speaks the language of the console. */
const spoken = computed(() => chosen.value ?? textLanguage());
const scripts = signal<Readonly<Record<string, Words>>>({});

function choose(tag: string): void {
  chosen.value = tag;
  localStorage.setItem(REMEMBERED_AS, tag);
}

/** The script in the language chosen, asked for once; undefined until it is there. */
function useScript(live: Shown<"podium">): Words | undefined {
  const tag = spoken.value;
  const known = scripts.value[tag];
  useEffect(() => {
    if (known === undefined) {
      call("GET", `api/v1/script/${tag}`).then((told) => {
        scripts.value = { ...scripts.value, [tag]: told as Words };
      }, live.report);
    }
  }, [tag]);
  return known;
}

/** Chosen with the pointer, the focus is given away: a single key would choose another language. */
function chosenIn(select: HTMLSelectElement): void {
  choose(select.value);
  if (!select.matches(":focus-visible")) {
    select.blur();
  }
}

function Language(): JSX.Element {
  return (
    <select
      class="script-language"
      aria-label={t("script.language")}
      value={spoken.value}
      onChange={(event) => chosenIn(event.currentTarget)}
    >
      {SPEAKERS_LANGUAGES.map((tag) => (
        <option key={tag} value={tag}>
          {languageName(tag)}
        </option>
      ))}
    </select>
  );
}

function Said({ text }: { text: string }): JSX.Element {
  return (
    <p class="script-words" lang={spoken.value} dir={direction(spoken.value)}>
      {text}
    </p>
  );
}

export function Script({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const known = useScript(live);
  const view = live.view.value;
  if (view.script.length === 0) {
    return null;
  }
  const says = (step: ScriptStep): string | undefined => known && words(view, step, known);
  const [first, ...others] = view.script.map(says).filter((text) => text !== undefined);
  return (
    <section class="panel script" aria-labelledby="script-title">
      <header class="section-head">
        <h2 id="script-title">{t(isThanks(view.script[0]) ? "script.after" : "script.title")}</h2>
        <Language />
      </header>
      {first !== undefined && <Said text={first} />}
      {others.length > 0 && (
        <details>
          <summary>{t("script.others", { count: others.length })}</summary>
          {others.map((text) => (
            <Said key={text} text={text} />
          ))}
        </details>
      )}
    </section>
  );
}
