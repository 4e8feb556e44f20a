// The package types only its whole; the agent loads one subject of it, so that the others are not even in its bundle.
declare module 'systeminformation/lib/cpu.js' {
  export function cpu(): Promise<{ brand: string; vendor: string; speedMax: number }>
}
