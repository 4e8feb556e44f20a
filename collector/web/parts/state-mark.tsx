/** The connectivity of a PC: always a word, with a shape and a colour beside it. */

const SHAPES: Readonly<Record<string, string>> = {
  internet: 'good',
  'wan-only': 'attention',
  'lan-only': 'attention',
  captive: 'attention',
  offline: 'bad',
  'stand-alone': 'bad',
  exempt: 'exempt',
  silent: 'unknown',
  'register-only': 'unknown',
  'no-report': 'unknown',
}

export function StateMark({ state, label }: { state: string; label: string }) {
  return <span className={`state state-${SHAPES[state] ?? 'unknown'}`}>{label}</span>
}
