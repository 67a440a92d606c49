// Small marks beside a name: from where, for whom, in which language. Always icon and text.
import type { ComponentChildren, JSX } from "preact";
import type { HallFrame, HallView, Modality, Title } from "../core/contract.ts";
import { delegationName, named, titled, type Named } from "../core/names.ts";
import { direction, language, languageName, t, textLanguage, type Key } from "../i18n/t.ts";
import { Icon, type IconName } from "./icons.tsx";

type Tone = "plain" | "ok" | "warn" | "alert" | "point";

export function Mark(props: { icon?: IconName; tone?: Tone; children: ComponentChildren }): JSX.Element {
  return (
    <span class={`mark ${props.tone ?? "plain"}`}>
      {props.icon && <Icon name={props.icon} />}
      <span>{props.children}</span>
    </span>
  );
}

export function ModalityMark({ modality }: { modality: Modality }): JSX.Element {
  return (
    <span class={`mark modality ${modality}`}>
      <Icon name={modality === "online" ? "online" : "room"} />
      <span>{t(`modality.${modality}`)}</span>
    </span>
  );
}

/** A text in a language of its own: told to screen readers and laid out in its direction. */
export function Spoken({ text, lang }: { text: string; lang: string }): JSX.Element {
  return (
    <bdi lang={lang} dir={direction(lang)}>
      {text}
    </bdi>
  );
}

export function DelegationName({ view, id }: { view: HallView; id: string }): JSX.Element {
  return <Spoken {...delegationName(view, id, language())} />;
}

/** Their names one after another, with the comma of the page's language between them. */
export function DelegationNames({ view, ids }: { view: HallView; ids: readonly string[] }): JSX.Element {
  return (
    <>
      {ids.map((id, index) => (
        <span key={index} class="listed-name">
          <DelegationName view={view} id={id} />
        </span>
      ))}
    </>
  );
}

const OFFICERS: Readonly<Record<string, Key>> = { chair: "officer.chair", vice_chair: "officer.vice_chair" };

/** A podium member's title; the presiding officers' are words of ours. */
export function officeTitle(title: Title | undefined): Named {
  const key = typeof title === "string" ? OFFICERS[title] : undefined;
  return key === undefined ? titled(title, language()) : { text: t(key), lang: textLanguage() };
}

/** Who holds a frame of the floor: the delegation's name, or the title of somebody of the podium. */
export function holderName(view: HallView, { delegation, title }: HallFrame): Named {
  return delegation === undefined ? officeTitle(title) : delegationName(view, delegation, language());
}

export function HolderName({ view, frame }: { view: HallView; frame: HallFrame }): JSX.Element {
  return <Spoken {...holderName(view, frame)} />;
}

/** In which capacity a delegation speaks: for a group, or nationally. */
export function OnBehalf({ view, group }: { view: HallView; group: string | undefined }): JSX.Element | null {
  if (group === undefined) {
    return null;
  }
  return (
    <span class="behalf">
      {t("capacity.on_behalf_of")} <Spoken {...named(view.groups[group], language())} />
    </span>
  );
}

export function LanguageMark({ tag }: { tag: string | undefined }): JSX.Element | null {
  return tag === undefined ? null : <Mark icon="language">{languageName(tag)}</Mark>;
}
