import type { BasicsInput, CreateInput, MemberInput } from '#modules/procedures/forms.ts';
import type { Answers } from '#modules/procedures/preflight.ts';
import { cast } from '#testing/cast.ts';

/** An invented procedure of Angermünde. */
export type DemoProcedure = {
	/** Title of the house in the register, and of the units that it is about. */
	house: string;
	units?: string[];
	begin: Omit<CreateInput, 'raum' | 'unitIds'>;
	template?: string;
	/** Weights that are off, by the title of the criterion; tenths of a percent. */
	weights?: Record<string, number>;
	basics: Omit<BasicsInput, 'version' | 'unitIds' | keyof Omit<CreateInput, 'raum' | 'unitIds'>>;
	members: (Omit<MemberInput, 'deputyFor' | 'isOpener'> & { /** For whom, by name. */ deputyOf?: string })[];
	preflight: Answers;
	resolution?: string;
	isRehearsed?: boolean;
	isReady?: boolean;
	/** Published, with questions, dates and an amendment. */
	isOpen?: boolean;
	discarded?: string;
};

type Seat = [name: string, jurorKind: MemberInput['jurorKind'], affiliation: string, email?: string];
const juror = (...[name, jurorKind, affiliation, email]: Seat): DemoProcedure['members'][number] => ({
	...{ role: 'juror', jurorKind, hasVote: true, name, affiliation, email }
});
const deputy = (name: string, deputyOf: string, affiliation = ''): DemoProcedure['members'][number] => ({
	...{ role: 'deputy', jurorKind: null, hasVote: false, name, affiliation, email: undefined, deputyOf }
});
const duty = (role: 'pre_checker' | 'clerk' | 'adviser', name: string, affiliation: string): DemoProcedure['members'][number] => ({
	...{ role, jurorKind: null, hasVote: false, name, affiliation, email: undefined }
});
const fixed = {
	priceRule: 'fixed',
	priceShare: 0,
	priceFull: null,
	tieRule: 'heaviest',
	isBlind: false,
	openness: 'ranking',
	mandate: undefined
} as const;

const inn: DemoProcedure = {
	house: 'Gasthof am Marktplatz',
	units: ['Gaststube', 'Saal mit Bühne', 'Alte Kegelbahn', 'Elf Zimmer'],
	begin: { title: 'Gasthof am Marktplatz: Wer macht wieder auf?', kind: 'two_stage', transfer: 'heritable_right' },
	template: 'kleine-stadt',
	basics: {
		...fixed,
		...{ price: 420_000, priceUnit: 'year', termYears: 66, decidingBody: 'jury_then_council' },
		goal: 'Der Gasthof soll wieder das Wohnzimmer der Stadt werden: ein Ort, an dem gegessen, gewerkt und gefeiert wird, auch unter der Woche und auch für Menschen mit wenig Geld.\n\nDie Stadt sucht eine Gruppe, die das Haus über Jahrzehnte trägt. Wer am meisten zahlt, ist dabei nicht wichtig.',
		terms:
			'Die Stadt hat Dach und Elektrik im Erdgeschoss erneuert. Heizung und Bäder im Obergeschoss sind Sache der Gruppe, Förderung wird gemeinsam beantragt.\n\nDer Saal steht der Stadt an zehn Tagen im Jahr für Sitzungen und Feste zur Verfügung.\n\nNach der Entscheidung folgt eine Anhandgabe: In dieser Zeit gründet die Gruppe ihre Rechtsform, klärt das Geld und reicht den Bauantrag ein.',
		handIn:
			'Auf Papier oder als PDF an die Stadt Angermünde, Stadtentwicklung, Markt 24, 16278 Angermünde. Fragen beantworten wir schriftlich und für alle gleich.'
	},
	members: [
		juror('Dr. Karl Behnke (erfunden)', 'administration', 'Bauamt'),
		juror('Sabine Roth (erfunden)', 'council', 'Fraktion Bürger für Angermünde'),
		juror('Paul Lenz (erfunden)', 'locals', 'Verein Altstadt'),
		juror('Mirjam Adler (erfunden)', 'expert', 'Architektin, Denkmal'),
		juror(cast.oskar.name, 'network', 'Netzwerkbüro', cast.oskar.email),
		deputy('Tim Sander (erfunden)', cast.ines.name, 'Stadtentwicklung'),
		deputy('Lea Vogt (erfunden)', 'Dr. Karl Behnke (erfunden)', 'Bauamt'),
		deputy('Jens Ott (erfunden)', 'Sabine Roth (erfunden)', 'Fraktion Bürger für Angermünde'),
		deputy('Heike Blum (erfunden)', 'Paul Lenz (erfunden)', 'Verein Altstadt'),
		deputy('Olaf Stein (erfunden)', 'Mirjam Adler (erfunden)', 'Architekt'),
		deputy('Nele Arndt (erfunden)', cast.oskar.name, 'Netzwerkbüro'),
		duty('pre_checker', 'Anke Wolf (erfunden)', 'Kämmerei'),
		duty('clerk', 'Rolf Dietz (erfunden)', 'Sitzungsdienst'),
		duty('adviser', 'Eva Lehm (erfunden)', 'untere Denkmalschutzbehörde')
	],
	preflight: {
		mandate: { answer: 'settled', note: 'Beschluss 34/2026, siehe Anlage' },
		heritage: { answer: 'settled', note: 'Gespräch mit der Denkmalbehörde im Oktober, Protokoll liegt vor' },
		use: { answer: 'settled', note: 'Bauaufsicht: Gastronomie und Versammlung wie bisher zulässig' },
		value: { answer: 'settled', note: 'Gutachten vom Juni' }
	},
	resolution: 'Beschluss 34/2026: Ziele und Verfahren für den Gasthof',
	...{ isRehearsed: true, isReady: true }
};

const manor: DemoProcedure = {
	house: 'Gutshaus Biesenbrow',
	begin: { title: 'Gutshaus Biesenbrow: vier Gruppen, ein Haus', kind: 'single_stage', transfer: 'heritable_right' },
	template: 'leipzig',
	weights: { 'Bezahlbar auf Dauer': 249 },
	basics: {
		...fixed,
		...{ price: 180_000, priceUnit: 'year', termYears: 99, decidingBody: 'council' },
		...{
			goal: 'Neun Achsen, ein Gartensaal und ein Park: Das Gutshaus soll bewohnt werden und dem Dorf offen stehen.',
			terms: '',
			handIn: ''
		}
	},
	members: [
		juror('Sabine Roth (erfunden)', 'council', 'Fraktion Bürger für Angermünde'),
		juror('Horst Kern (erfunden)', 'council', 'Ortsbeirat Biesenbrow')
	],
	preflight: { heritage: { answer: 'clarify', note: 'Termin mit der Denkmalbehörde ist angefragt' } },
	isRehearsed: true
};

const station: DemoProcedure = {
	house: 'Altes Feuerwehrhaus Kerkow',
	begin: { title: 'Raumstipendium im alten Feuerwehrhaus', kind: 'room_grant', transfer: 'interim' },
	template: 'raumstipendium',
	basics: {
		...fixed,
		...{ price: 5_000, priceUnit: 'month', termYears: 1, decidingBody: 'mayor' },
		goal: 'Ein Jahr lang Platz für eine Werkstatt oder ein Atelier, gegen eine kleine Pauschale und einen offenen Nachmittag im Monat.',
		...{ terms: '', handIn: 'Zwei Seiten an stadtentwicklung@angermuende.example.' }
	},
	...{ members: [], preflight: {}, discarded: 'Das Haus wird im nächsten Jahr als Lager für das Hochwasser gebraucht.' }
};

const pond: DemoProcedure = {
	house: 'Altes Feuerwehrhaus Kerkow',
	begin: { title: 'Am Teich in Kerkow: Wer macht daraus einen Treffpunkt?', kind: 'single_stage', transfer: 'lease' },
	template: 'kleine-stadt',
	basics: {
		...fixed,
		...{ isBlind: true, price: 45_000, priceUnit: 'month', termYears: 20, decidingBody: 'jury_then_council' },
		goal: 'Aus dem alten Feuerwehrhaus am Teich soll ein Ort werden, an dem man auch ohne Anlass vorbeikommt: zum Werken, zum Feiern, zum Sitzen.\n\nGesucht ist eine Gruppe, die das Haus über Jahre trägt. Werkstatt, Laden, Proberaum: Vieles ist denkbar, solange die Halle dem Dorf offen steht.',
		terms:
			'Die Kommune übernimmt Dach und Hausanschlüsse. Was im Innern geschieht, planen wir gemeinsam.\n\nNach der Entscheidung folgt eine Anhandgabe: In dieser Zeit klärt die Gruppe Rechtsform, Geld und Bauantrag.',
		handIn:
			'Hier auf der Seite, verschlossen bis zum Ende der Frist. Wer lieber auf Papier abgibt: Rathaus, Markt 24, in einem Umschlag mit der Nummer des Verfahrens.'
	},
	members: [
		duty('pre_checker', cast.friedrich.name, 'Kämmerei'),
		juror(cast.oskar.name, 'network', 'Netzwerkbüro', cast.oskar.email),
		juror(cast.katrin.name, 'locals', 'Verein Altstadt', cast.katrin.email),
		juror(cast.mara.name, 'expert', 'Architektin', cast.mara.email),
		deputy('Tim Sander (erfunden)', cast.ines.name, 'Stadtentwicklung'),
		duty('clerk', 'Rolf Dietz (erfunden)', 'Sitzungsdienst')
	].map((one) => (one.name === cast.friedrich.name ? { ...one, email: cast.friedrich.email } : one)),
	preflight: {},
	resolution: 'Beschluss 51/2026: Ziele und Verfahren für das Feuerwehrhaus in Kerkow',
	...{ isReady: true, isOpen: true }
};

export const demoProcedures: readonly DemoProcedure[] = [inn, manor, station, pond];
