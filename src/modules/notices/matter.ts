/** Somebody says that content is unlawful or against the rules: how it goes on, as a table. Several notices on one piece of content are one matter. */

export const matterStates = {
	open: 'eingegangen',
	in_review: 'in Prüfung',
	decided: 'entschieden',
	complained: 'Beschwerde liegt vor',
	settled: 'abgeschlossen'
} as const;
export type MatterState = keyof typeof matterStates;

/** Further notices on the same content join the matter. */
export const joiningStates = ['open', 'in_review'] as const satisfies readonly MatterState[];

type Rule = { from: readonly MatterState[]; to: MatterState | 'same'; ask?: string };
export const matterSteps = {
	join: { from: joiningStates, to: 'same' },
	take: { from: ['open'], to: 'in_review' },
	release: { from: ['in_review'], to: 'open' },
	inform: {
		from: ['in_review', 'decided', 'complained', 'settled'],
		to: 'same',
		ask: 'Bitte schreiben, welche Behörde wann und auf welchem Weg unterrichtet wurde.'
	},
	decide: { from: ['in_review'], to: 'decided' },
	complain: { from: ['decided'], to: 'complained', ask: 'Bitte schreiben, was an der Entscheidung nicht stimmt.' },
	uphold: { from: ['complained'], to: 'settled', ask: 'Bitte begründen: Wer sich beschwert hat, liest es.' },
	revise: { from: ['complained'], to: 'settled', ask: 'Bitte begründen: Wer sich beschwert hat, liest es.' },
	lift: { from: ['decided'], to: 'settled', ask: 'Bitte sagen, warum die Maßnahme endet. Wer betroffen ist, liest es.' }
} as const satisfies Record<string, Rule>;
export type MatterStep = keyof typeof matterSteps;
const rules: Record<MatterStep, Rule> = matterSteps;

export const stepNames: Record<MatterStep, string> = {
	join: 'weiterer Hinweis',
	take: 'zur Prüfung genommen',
	release: 'zurückgelegt',
	inform: 'Behörde unterrichtet',
	decide: 'entschieden',
	complain: 'Beschwerde erhoben',
	uphold: 'Beschwerde zurückgewiesen',
	revise: 'Beschwerde stattgegeben',
	lift: 'Maßnahme beendet'
};

export type Reason = { code: string; message: string; field?: string };

/** What stands against a step, or null. */
export function whyNotStep(state: MatterState, step: MatterStep, words?: string): Reason | null {
	const rule = rules[step];
	if (!rule.from.includes(state))
		return {
			code: `matter-${step}`,
			message:
				step === 'take' && state === 'in_review'
					? 'Diese Sache prüft schon jemand.'
					: step === 'decide' && state === 'open'
						? 'Bitte die Sache zuerst zur Prüfung nehmen.'
						: `Das geht hier nicht mehr: Die Sache ist „${matterStates[state]}“. Bitte neu laden und ansehen.`
		};
	return rule.ask !== undefined && !words?.trim() ? { code: 'words-missing', message: rule.ask, field: 'words' } : null;
}

export const stateAfter = (state: MatterState, step: MatterStep): MatterState => {
	const { to } = rules[step];
	return to === 'same' ? state : to;
};

/** What may be wrong. `days`: by when it is decided, counted from the first notice; `anonymous`: name and mail are not asked for (Art. 16 para. 2 c DSA). */
export const categories = {
	danger: { text: 'Gefahr für Leben oder Sicherheit eines Menschen', days: 1, anonymous: false },
	abuse: { text: 'Darstellung sexuellen Missbrauchs von Kindern', days: 1, anonymous: true },
	youth: { text: 'Jugendgefährdend', days: 2, anonymous: false },
	privacy: { text: 'Persönliche Daten ohne Einverständnis', days: 3, anonymous: false },
	insult: { text: 'Beleidigung, Hass oder Hetze', days: 3, anonymous: false },
	deceit: { text: 'Täuschung oder falsches Angebot', days: 7, anonymous: false },
	copyright: { text: 'Fremdes Bild oder fremder Text', days: 7, anonymous: false },
	unlawful: { text: 'Etwas anderes, das gegen ein Gesetz verstößt', days: 7, anonymous: false },
	rules: { text: 'Gegen die Regeln dieser Plattform', days: 14, anonymous: false }
} as const;
export type Category = keyof typeof categories;
export const categoryTexts = Object.fromEntries(Object.entries(categories).map(([key, { text }]) => [key, text])) as Record<
	Category,
	string
>;

const day = 86_400_000;
export const dueAt = (category: Category, from: Date): Date => new Date(from.getTime() + categories[category].days * day);

/** Where a suspicion of such an offence has to be told to the authorities at once (Art. 18 DSA). */
export const mustInform = (category: Category): boolean => category === 'danger' || category === 'abuse';

/** Content as it stood when the first notice came: what everybody could read then. */
export type Frozen = { title: string; texts: { label: string; text: string }[]; pictures: { src: string; alt: string }[] };

/** Months in which whoever is affected may complain (orientation: Art. 20 para. 1 DSA). */
export const complaintMonths = 6;
export function complainUntil(decidedAt: Date): Date {
	const end = new Date(decidedAt);
	end.setUTCMonth(end.getUTCMonth() + complaintMonths);
	return end;
}

/** Days until a matter goes after it was closed for good: statements of reasons are kept for three years. A notice itself goes a year after the decision. */
export const matterDays = 1096;
export const noticeDays = 365;
