import type { Variables } from './read-environment';
import type { Variable } from './variable';

/** Rows of a Markdown table: name, what it is, default, unit. `docs/configuration.md` holds one table an app. */
export function variablesTable(variables: Variables): string {
  const rows = sorted(variables).map(([name, variable]) =>
    ['', `\`${name}\``, `${variable.description} ${capitalised(variable.format)}.`, presetOf(variable), variable.unit ?? '', ''].join(' | ').trim(),
  );
  return ['| variable | what it is | default | unit |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Commented-out lines of `.env.example`, one variable after the other. */
export function variablesExample(variables: Variables): string {
  return sorted(variables)
    .map(([name, variable]) => {
      const unit = variable.unit === undefined ? '' : `, in ${variable.unit}`;
      return `# ${variable.description} ${capitalised(variable.format)}${unit}.\n# ${name}=${variable.default ?? ''}`;
    })
    .join('\n\n');
}

function sorted(variables: Variables): [string, Variable<unknown>][] {
  return Object.entries(variables).sort(([left], [right]) => left.localeCompare(right, 'en'));
}

function capitalised(format: string): string {
  return format.charAt(0).toUpperCase() + format.slice(1);
}

function presetOf({ default: preset }: Variable<unknown>): string {
  if (preset === undefined) return 'unset';
  return preset === '' ? 'empty' : `\`${preset}\``;
}
