import { dayOf } from '#lib/calendar.ts';
import { plain } from './address.ts';
import type { Reason } from './lifecycle.ts';
import { publicationStates, type LifecycleState, type Precision, type PublicationState } from './vocabulary.ts';

/** How far a consent reaches. */
export const consentScopes = {
	network: 'im Netzwerk',
	public_blurred: 'öffentlich, Lage unscharf',
	public: 'öffentlich, auch der genaue Ort'
} as const;
export type Scope = keyof typeof consentScopes;
/** `validUntil`: the last day on which it holds, ISO; null holds until it is withdrawn. */
export type Consent = { scope: Scope; withdrawnAt: Date | null; validUntil?: string | null };

/** What the guards of publication look at. */
export type PublicationFacts = {
	state: PublicationState;
	lifecycle: LifecycleState;
	isMunicipal: boolean;
	title: string;
	summary: string | null;
	story: string | null;
	street: string | null;
	houseNumber: string | null;
	hasPoint: boolean;
	precision: Precision;
	/** Pictures that are meant for the public. */
	pictures: readonly { alt: string | null }[];
	consents: readonly Consent[];
	/** When the owner was told of the publication, as long as that announcement stands: an objection and every way back inside end it. */
	announcedAt: Date | null;
	now: Date;
};

type Guard = (facts: PublicationFacts) => Reason[];
type Change = { from: readonly PublicationState[]; to: PublicationState; verb: string; ask?: string; guard?: Guard };

const ranks: Record<Scope, number> = { network: 1, public_blurred: 2, public: 3 };
const waitingMonths = 1;

/** When the month after the announcement is over. */
export function waitsUntil(announcedAt: Date): Date {
	const end = new Date(announcedAt);
	end.setUTCMonth(end.getUTCMonth() + waitingMonths);
	return end;
}

/** A consent holds until it is withdrawn or its last day is over. */
export const holds = ({ withdrawnAt, validUntil }: Omit<Consent, 'scope'>, now: Date): boolean =>
	!withdrawnAt && (!validUntil || validUntil >= dayOf(now));

const german = (date: Date) =>
	date.toLocaleDateString('de-DE', { timeZone: 'Europe/Berlin', day: 'numeric', month: 'long', year: 'numeric' });

/** The legal ground for this reach: own, consented, or announced and waited. Empty when there is one. */
function ground(facts: PublicationFacts, scope: Scope): Reason[] {
	if (facts.isMunicipal) return [];
	const given = facts.consents.filter((consent) => holds(consent, facts.now));
	if (given.some((consent) => ranks[consent.scope] >= ranks[scope])) return [];
	if (facts.announcedAt) {
		const end = waitsUntil(facts.announcedAt);
		return end <= facts.now
			? []
			: [{ code: 'waiting', message: `Die Veröffentlichung ist angekündigt; widersprochen werden kann bis zum ${german(end)}.` }];
	}
	return given.length
		? [
				{
					code: 'consent-too-small',
					message: 'Die Einwilligung reicht nicht so weit. Bitte die Lage unschärfer zeigen oder eine weitere Einwilligung eintragen.'
				}
			]
		: [
				{
					code: 'consent-missing',
					message:
						'Das Gebäude gehört nicht der Kommune. Bitte eine Einwilligung eintragen, oder die Veröffentlichung ankündigen und einen Monat warten.'
				}
			];
}

/** The street with its number in a public text tells more than a blurred place may. */
export function addressInText({
	precision,
	street,
	houseNumber,
	...facts
}: Pick<PublicationFacts, 'precision' | 'street' | 'houseNumber' | 'title' | 'summary' | 'story'>): boolean {
	if (precision === 'exact' || !street) return false;
	const squeeze = (text: string) =>
		plain(text)
			.replace(/stra(ss|s)e\b|str\b\.?/g, 'str')
			.replace(/[^a-z0-9]+/g, ' ')
			.replace(/ str\b/g, 'str');
	const name = squeeze(street).trim();
	const needle = ['municipality', 'hidden'].includes(precision) && name.length > 5 ? name : `${name} ${squeeze(houseNumber ?? '')}`.trim();
	if (needle === name && !/\d/.test(name) && !['municipality', 'hidden'].includes(precision)) return false;
	return ` ${squeeze([facts.title, facts.summary, facts.story].filter(Boolean).join(' '))} `.includes(` ${needle} `);
}

const untold: LifecycleState[] = ['reported', 'under_review'];
const over: LifecycleState[] = ['discarded', 'demolished', 'archived'];

const fit: Guard = (facts) => {
	const reasons: Reason[] = [];
	const say = (code: string, message: string) => reasons.push({ code, message });
	if (untold.includes(facts.lifecycle)) say('not-recorded', 'Die Meldung ist noch nicht geprüft. Bitte zuerst als erfasst bestätigen.');
	if (over.includes(facts.lifecycle)) say('over', 'Das Gebäude ist verworfen, abgerissen oder archiviert.');
	if (!facts.hasPoint && ['exact', 'street', 'district'].includes(facts.precision))
		say('place-missing', 'Die Lage fehlt noch. Bitte die Nadel setzen, oder nur die Kommune zeigen.');
	const dumb = facts.pictures.filter((picture) => !picture.alt?.trim()).length;
	if (dumb) say('alt-missing', `${dumb === 1 ? 'Ein Bild hat' : `${dumb} Bilder haben`} noch keine Bildbeschreibung.`);
	if (addressInText(facts))
		say('address-in-text', 'Im Text steht die genaue Adresse, die Lage soll aber unscharf bleiben. Bitte Titel und Texte prüfen.');
	return reasons;
};

const reaching =
	(scope: Scope): Guard =>
	(facts) => [...fit(facts), ...ground(facts, scope)];

const othersOnly: Guard = ({ isMunicipal }) =>
	isMunicipal
		? [{ code: 'own-property', message: 'Eigene Gebäude brauchen keine Ankündigung: sie können gleich veröffentlicht werden.' }]
		: [];

/** Publication: every change there is, and what stands against it. What is not here is forbidden. */
export const changes: readonly Change[] = [
	{ from: ['internal'], to: 'announced', verb: 'Veröffentlichung ankündigen', ask: 'Wie wurde angekündigt?', guard: othersOnly },
	{
		from: ['internal', 'announced', 'network', 'public_blurred', 'public'],
		to: 'locked',
		verb: 'Widerspruch eintragen',
		ask: 'Wer widerspricht, warum?',
		guard: othersOnly
	},
	{ from: ['locked'], to: 'internal', verb: 'Sperre aufheben', ask: 'Wie ist entschieden, und warum?' },
	{ from: ['announced'], to: 'internal', verb: 'Ankündigung zurücknehmen' },
	{ from: ['internal', 'announced'], to: 'network', verb: 'Im Netzwerk zeigen', guard: reaching('network') },
	{
		from: ['internal', 'announced', 'network', 'public'],
		to: 'public_blurred',
		verb: 'Veröffentlichen',
		guard: reaching('public_blurred')
	},
	{ from: ['internal', 'announced', 'network', 'public_blurred'], to: 'public', verb: 'Veröffentlichen', guard: reaching('public') },
	{ from: ['network', 'public_blurred', 'public'], to: 'internal', verb: 'Zurückziehen' }
];

/** Who shows the exact place is public, all else is public with a blurred place. */
export const stateFor = (precision: Precision): 'public' | 'public_blurred' => (precision === 'exact' ? 'public' : 'public_blurred');

/** Everything that stands against this change at once, so that a person need not run into one wall after the other. */
export function whyNotPublish(facts: PublicationFacts, to: PublicationState, reason?: string): Reason[] {
	const change = changes.find((c) => c.from.includes(facts.state) && c.to === to);
	if (!change)
		return [
			{
				code: 'change-unknown',
				message:
					facts.state === 'locked'
						? 'Es liegt ein Widerspruch vor. Solange er besteht, wird nichts veröffentlicht.'
						: `Von „${publicationStates[facts.state]}“ führt kein Schritt zu „${publicationStates[to]}“.`
			}
		];
	const missing = change.ask && !reason?.trim() ? [{ code: 'reason-missing', message: `Bitte angeben: ${change.ask}` }] : [];
	return [...missing, ...(change.guard?.(facts) ?? [])];
}
