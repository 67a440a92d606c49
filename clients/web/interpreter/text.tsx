// Whether the speaker's text is there, and its files: for the booth at any time.
import type { JSX } from "preact";
import { textOf } from "../core/booths.ts";
import { languageName, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";

interface Props {
  readonly live: Shown<"booths">;
  readonly delegation?: string | undefined;
  readonly item?: string | undefined;
  readonly request?: string | undefined;
}

export function StatementText({ live, delegation, item, request }: Props): JSX.Element {
  const view = live.view.value;
  const found = textOf(view, {
    ...(delegation === undefined ? {} : { delegation }),
    ...(item === undefined ? {} : { item }),
    ...(request === undefined ? {} : { request }),
  });
  if (found === undefined) {
    return <span class="no-text">{t("booth.no_text")}</span>;
  }
  return (
    <span class="text-there">
      <Icon name="desk" />
      <span>{t("booth.text")}</span>
      {found.text.languages.map((tag) => (
        <a
          key={tag}
          href={`api/v1/meetings/${view.meeting.id}/texts/${found.id}/${tag}`}
          download=""
          aria-label={t("booth.text_in", { tag: tag.toUpperCase(), language: languageName(tag) })}
        >
          {tag.toUpperCase()}
        </a>
      ))}
      {found.text.check && <small>{t("booth.check")}</small>}
    </span>
  );
}
