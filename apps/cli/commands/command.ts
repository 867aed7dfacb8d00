// Says what every command of the command line looks like to the program that offers it.
import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

/** Adds a command to the program; its action uses nothing of the world but the terminal. */
export type RegisterCommand = (program: Command, terminal: Terminal) => void;
