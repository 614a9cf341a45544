// Replaced by what the core writes.
export interface Commands {
  [name: string]: { input: any; output: any };
}
