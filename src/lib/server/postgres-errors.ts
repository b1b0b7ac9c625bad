/** The database cannot be had. The message is one German line for the person who started the program. */
export class DatabaseUnavailable extends Error {}

/** Another process is the owner of the data directory. */
export class DirectoryInUse extends DatabaseUnavailable {}

const known: [RegExp, string][] = [
	[/No space left on device/, 'Der Datenträger ist voll. Bitte Platz schaffen und neu starten.'],
	[/Read-only file system/, 'Der Datenträger ist schreibgeschützt.'],
	[/Permission denied/, 'Die Rechte am Datenverzeichnis reichen nicht.'],
	[/Cannot allocate memory|could not (resize|map|create) .*shared memory/, 'Der Arbeitsspeicher reicht nicht.'],
	[
		/invalid primary checkpoint|could not locate a valid checkpoint|PANIC/,
		'Die Datenbank ist beschädigt. Bitte die letzte Sicherung einspielen.'
	]
];

/** What PostgreSQL's own words mean, in German; its last fatal line when we do not know them. */
export function explain(words: string): string {
	for (const [pattern, sentence] of known) if (pattern.test(words)) return sentence;
	const fatal = words.split('\n').filter((line) => /FATAL|PANIC|error:/.test(line));
	return fatal.at(-1)?.replace(/^.*?(FATAL|PANIC|error):\s*/, '') ?? '';
}
