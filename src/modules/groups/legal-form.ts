import type { OrganisationKind } from '#modules/organisations/organisation.ts';
import type { ActorKind } from '#modules/requests/vocabulary.ts';

/** The way to a legal form: facts, each with its law beside it, and whom to clear it up with. No legal advice. */

type Source = { text: string; href: string };
export type LegalStep = {
	id: string;
	title: string;
	/** What it takes, and why. */
	text: string;
	source?: Source;
	/** With whom it is cleared up. */
	ask?: string;
	/** May be left out. */
	isOptional?: boolean;
};
type Form = {
	name: string;
	/** In a sentence, for whom it is. */
	hint: string;
	facts: { text: string; source: Source }[];
	steps: readonly LegalStep[];
	organisation: Exclude<OrganisationKind, 'municipality' | 'county'>;
	actor: ActorKind;
};

const law = (book: string, file: string, paragraph: string): Source => ({
	text: `§ ${paragraph} ${book}`,
	href: `https://www.gesetze-im-internet.de/${file}/__${paragraph.split(' ')[0]}.html`
});
const bgb = (paragraph: string) => law('BGB', 'bgb', paragraph);
const gmbhg = (paragraph: string) => law('GmbHG', 'gmbhg', paragraph);
const geng = (paragraph: string) => law('GenG', 'geng', paragraph);
const ao = (paragraph: string) => law('AO', 'ao_1977', paragraph);

const commonGood: LegalStep = {
	id: 'gemeinnuetzig',
	title: 'Gemeinnützigkeit klären',
	text: 'Soll die Gruppe steuerbegünstigt sein, müssen Zweck und Vermögensbindung in der Satzung stehen. Das Finanzamt stellt auf Antrag fest, ob die Satzung genügt.',
	source: ao('60a'),
	ask: 'dem Finanzamt am Sitz, am besten mit dem Entwurf der Satzung und vor der Gründung',
	isOptional: true
};
const account: LegalStep = {
	id: 'konto',
	title: 'Konto eröffnen und beim Finanzamt anmelden',
	text: 'Ein eigenes Konto trennt das Geld der Gruppe vom Geld der Leute. Wer tätig wird, meldet sich beim Finanzamt an.',
	ask: 'Eurer Bank und dem Finanzamt'
};
const companyContract = (text: string): LegalStep => ({
	id: 'vertrag',
	title: 'Gesellschaftsvertrag schreiben und beurkunden',
	text,
	source: gmbhg('2'),
	ask: 'einem Notariat; es berät auch zum Musterprotokoll'
});
const companyRegister: LegalStep = {
	id: 'register',
	title: 'Zum Handelsregister anmelden',
	text: 'Erst mit der Eintragung besteht die Gesellschaft als solche. Wer vorher in ihrem Namen handelt, haftet persönlich.',
	source: gmbhg('11'),
	ask: 'dem Notariat, das die Anmeldung einreicht'
};

export const legalForms = {
	verein: {
		name: 'Eingetragener Verein',
		hint: 'für viele, die gemeinsam einen ideellen Zweck verfolgen; Mitglieder kommen und gehen leicht',
		facts: [
			{ text: 'Zur Eintragung braucht es mindestens sieben Mitglieder.', source: bgb('56') },
			{ text: 'Rechtsfähig wird er mit der Eintragung in das Vereinsregister beim Amtsgericht.', source: bgb('21') },
			{ text: 'Die Satzung nennt Zweck, Namen und Sitz und sagt, dass der Verein eingetragen werden soll.', source: bgb('57') }
		],
		steps: [
			{
				id: 'satzung',
				title: 'Satzung entwerfen',
				text: 'Zweck, Name, Sitz, Eintritt und Austritt, Beiträge, Vorstand, Einberufung der Versammlung.',
				source: bgb('58')
			},
			commonGood,
			{
				id: 'gruendung',
				title: 'Gründungsversammlung halten',
				text: 'Satzung beschließen, Vorstand wählen, Protokoll schreiben. Die Satzung soll von mindestens sieben Mitgliedern unterschrieben sein.',
				source: bgb('59')
			},
			{
				id: 'register',
				title: 'Zum Vereinsregister anmelden',
				text: 'Der Vorstand meldet an, mit beglaubigten Unterschriften, Satzung und Urkunde über seine Bestellung.',
				source: bgb('77'),
				ask: 'einem Notariat und dem Registergericht'
			},
			account
		],
		organisation: 'association',
		actor: 'association'
	},
	genossenschaft: {
		name: 'Eingetragene Genossenschaft',
		hint: 'für Menschen, die gemeinsam wirtschaften oder ein Haus tragen; jede Person hat eine Stimme',
		facts: [
			{ text: 'Es braucht mindestens drei Mitglieder.', source: geng('4') },
			{ text: 'Rechtsfähig wird sie mit der Eintragung in das Genossenschaftsregister.', source: geng('13') },
			{ text: 'Sie gehört einem Prüfungsverband an.', source: geng('54') }
		],
		steps: [
			{
				id: 'satzung',
				title: 'Satzung entwerfen',
				text: 'Schriftlich, mit Firma, Sitz und Gegenstand, und ob Mitglieder im Fall der Insolvenz nachschießen.',
				source: geng('6')
			},
			{
				id: 'plan',
				title: 'Wirtschaftlich rechnen',
				text: 'Der Prüfungsverband sieht sich die wirtschaftlichen Verhältnisse an, bevor eingetragen wird.',
				source: geng('11'),
				ask: 'einem Prüfungsverband'
			},
			{ ...commonGood },
			{
				id: 'gruendung',
				title: 'Gründungsversammlung halten',
				text: 'Satzung unterschreiben, Vorstand bestellen und, wenn vorgesehen, Aufsichtsrat wählen. Bis zu zwanzig Mitglieder können auf den Aufsichtsrat verzichten.',
				source: geng('9')
			},
			{
				id: 'pruefung',
				title: 'Gründung prüfen lassen und dem Verband beitreten',
				text: 'Das Gutachten und die Zulassung zum Beitritt liegen der Anmeldung bei.',
				source: geng('11'),
				ask: 'dem Prüfungsverband'
			},
			{
				id: 'register',
				title: 'Zum Genossenschaftsregister anmelden',
				text: 'Der Vorstand meldet an.',
				source: geng('11'),
				ask: 'einem Notariat und dem Registergericht'
			},
			account
		],
		organisation: 'cooperative',
		actor: 'cooperative'
	},
	ggmbh: {
		name: 'gGmbH',
		hint: 'für einen gemeinnützigen Betrieb mit klarer Leitung und Kapital von Anfang an',
		facts: [
			{ text: 'Das Stammkapital beträgt mindestens 25.000 Euro.', source: gmbhg('5') },
			{ text: 'Eine Person genügt zur Gründung.', source: gmbhg('1') },
			{ text: 'Der Name darf „gGmbH“ führen, solange sie steuerbegünstigt ist.', source: gmbhg('4') }
		],
		steps: [
			companyContract('Der Vertrag wird notariell beurkundet und nennt Firma, Sitz, Gegenstand und Stammkapital.'),
			{ ...commonGood, isOptional: false },
			{
				id: 'kapital',
				title: 'Stammkapital einzahlen',
				text: 'Vor der Anmeldung ist auf jeden Geschäftsanteil ein Viertel einzuzahlen, zusammen mindestens 12.500 Euro.',
				source: gmbhg('7'),
				ask: 'Eurer Bank'
			},
			companyRegister,
			{
				...account,
				title: 'Beim Finanzamt anmelden',
				text: 'Das Konto gibt es schon für das Stammkapital. Nun folgt die steuerliche Anmeldung.'
			}
		],
		organisation: 'company',
		actor: 'gGmbH'
	},
	ug: {
		name: 'UG (haftungsbeschränkt)',
		hint: 'für einen Betrieb mit wenig Kapital am Anfang; auch gemeinnützig möglich',
		facts: [
			{
				text: 'Das Stammkapital darf unter 25.000 Euro liegen; es wird ganz und in Geld eingezahlt, bevor angemeldet wird.',
				source: gmbhg('5a')
			},
			{ text: 'Ein Viertel des Jahresüberschusses geht in eine Rücklage.', source: gmbhg('5a') },
			{ text: 'Der Name führt „UG (haftungsbeschränkt)“ ungekürzt.', source: gmbhg('5a') }
		],
		steps: [
			companyContract(
				'Der Vertrag wird notariell beurkundet. Für höchstens drei Personen und eine Geschäftsführung gibt es ein Musterprotokoll.'
			),
			commonGood,
			{
				id: 'kapital',
				title: 'Stammkapital einzahlen',
				text: 'Ganz und in Geld, vor der Anmeldung.',
				source: gmbhg('5a'),
				ask: 'Eurer Bank'
			},
			companyRegister,
			{
				...account,
				title: 'Beim Finanzamt anmelden',
				text: 'Das Konto gibt es schon für das Stammkapital. Nun folgt die steuerliche Anmeldung.'
			}
		],
		organisation: 'company',
		actor: 'company'
	},
	egbr: {
		name: 'Eingetragene GbR (eGbR)',
		hint: 'für wenige, die einander vertrauen und gemeinsam ein Haus kaufen oder pachten wollen',
		facts: [
			{ text: 'Eine Gesellschaft bürgerlichen Rechts entsteht durch Vertrag zu einem gemeinsamen Zweck.', source: bgb('705') },
			{ text: 'Seit 2024 kann sie sich in das Gesellschaftsregister eintragen lassen und heißt dann eGbR.', source: bgb('707a') },
			{ text: 'Die Gesellschafter:innen haften persönlich als Gesamtschuldner.', source: bgb('721') }
		],
		steps: [
			{
				id: 'vertrag',
				title: 'Gesellschaftsvertrag schreiben',
				text: 'Zweck, Beiträge, wer führt und vertritt, wie jemand ausscheidet. Schriftlich ist besser, auch wo es nicht sein muss.',
				source: bgb('705'),
				ask: 'einer Rechtsberatung, wenn ein Haus gekauft werden soll'
			},
			{
				id: 'haftung',
				title: 'Über die Haftung sprechen',
				text: 'Alle haften mit ihrem eigenen Vermögen. Alle sollen es vor der Unterschrift gehört haben.',
				source: bgb('721')
			},
			{
				id: 'register',
				title: 'Zum Gesellschaftsregister anmelden',
				text: 'Alle melden gemeinsam an: Name, Sitz, Anschrift, wer dazugehört und wer vertritt. Wer ein Grundstück ins Grundbuch eintragen lassen will, braucht die Eintragung.',
				source: bgb('707'),
				ask: 'einem Notariat'
			},
			account
		],
		organisation: 'other',
		actor: 'group_in_formation'
	}
} as const satisfies Record<string, Form>;
export type LegalForm = keyof typeof legalForms;
export const legalFormNames = Object.fromEntries(Object.entries(legalForms).map(([form, { name }]) => [form, name])) as Record<
	LegalForm,
	string
>;

export const legalStepsOf = (form: LegalForm): readonly LegalStep[] => legalForms[form].steps;
export const isLegalStep = (form: LegalForm, id: string): boolean => legalStepsOf(form).some((step) => step.id === id);

/** What has to be done still, by name, in order. */
export const openLegalSteps = (form: LegalForm, done: readonly string[]): string[] =>
	legalStepsOf(form)
		.filter(({ id, isOptional }) => !isOptional && !done.includes(id))
		.map(({ title }) => title);
