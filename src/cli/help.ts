import { exitCodes, type Command } from './command.ts';

const table = (rows: [string, string][]): string => {
	const width = Math.max(...rows.map(([left]) => left.length));
	return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
};

const codes = () => `Rückgabewerte:\n${table(Object.entries(exitCodes))}`;

/** `npm run cli -- import DATEI [Optionen]` */
export function usage(name: string, { args }: Command): string {
	const words = Object.keys(args).map((arg) => (arg.endsWith('?') ? `[${arg.slice(0, -1)}]` : arg));
	return ['npm run cli --', name, ...words, '[Optionen]'].join(' ');
}

const common: [string, string][] = [
	['--data-dir ORDNER', 'Datenverzeichnis (sonst DATA_DIR, sonst das des laufenden Servers)'],
	['--json', 'Ergebnis als JSON in der letzten Zeile der Standardausgabe'],
	['-h, --help', 'diese Hilfe']
];

export function commandHelp(name: string, command: Command): string {
	const args = Object.entries(command.args).map(([arg, text]): [string, string] => [arg.replace(/\?$/, ''), text]);
	const options = Object.entries(command.options).map(([option, { short, value, summary }]): [string, string] => [
		`${short ? `-${short}, ` : ''}--${option}${value ? ` ${value}` : ''}`,
		summary
	]);
	const parts = [command.summary, `Aufruf: ${usage(name, command)}`];
	if (args.length) parts.push(`Angaben:\n${table(args)}`);
	parts.push(`Optionen:\n${table([...options, ...common])}`, codes());
	if (command.help) parts.push(command.help);
	return parts.join('\n\n');
}

export function overview(commands: Record<string, Command>): string {
	const rows = Object.entries(commands).map(([name, { summary }]): [string, string] => [name, summary]);
	return [
		'Gestaltungsraum von der Befehlszeile.',
		'Aufruf: npm run cli -- BEFEHL [Angaben] [Optionen]',
		`Befehle:\n${table(rows)}`,
		'Jeder Befehl erklärt sich mit --help. Läuft der Server, arbeiten die Befehle auf seiner Datenbank mit; sonst starten sie sie selbst.',
		codes()
	].join('\n\n');
}
