import type { Logo } from '#lib/logo.ts';
import { isPlaceholder } from '#lib/text/placeholder.ts';
import type { Accent } from './accent.ts';
import type { PartData, PartKind } from './parts.ts';
import type { Block, Check, NetworkRole, Openness, Phase } from './vocabulary.ts';

/** Somebody who stands for a network in public, while the term runs. `from`, `until`: ISO days. */
export type Face = {
	role: NetworkRole;
	name: string;
	function: string | null;
	/** The municipality or organisation they come from. */
	organisation: string | null;
	region: string | null;
	topic: string | null;
	statement: string | null;
	from: string;
	until: string | null;
};

export type Section = { id: string; title: string; text: string; block: Block };
type Titled = { id: string; title: string; text: string };

/** Everything that the public may read of a network: what `publishNetwork` writes and public pages render. */
export type NetworkPage = {
	id: string;
	slug: string;
	name: string;
	tagline: string;
	summary: string;
	openness: Openness;
	phase: Phase;
	accent: Accent;
	/** Its own host name, whose root is its page. */
	host: string | null;
	/** For a liaison office: the state it works for, two digits. */
	stateCode: string | null;
	feeCents: number | null;
	contactName: string | null;
	contactEmail: string | null;
	logo: Logo | null;
	sections: Section[];
	benefits: Titled[];
	conditions: (Titled & { check?: Check })[];
	way: Titled[];
	fields: (Titled & { approaches: string[] })[];
	voices: { id: string; text: string; name: string; function: string }[];
	faq: Titled[];
	updates: (Titled & { on: string | null })[];
	funders: (Titled & { website: string | null; logo: Logo | null })[];
	faces: Face[];
	values: { version: number; text: string; since: string; days: number } | null;
	legal: { responsible: string; privacy: string };
	isDemo: boolean;
};

/** A part as it is stored. `releasedAt`: since when it may be shown, where its kind asks for that. */
export type Part<K extends PartKind = PartKind> = {
	id: string;
	kind: K;
	position: number;
	data: PartData<K>;
	releasedAt: Date | null;
	/** How the release was given, and whatever else is not public. */
	internalNote: string | null;
	/** Of a funder, with what it shows. */
	logo: string | null;
	logoAlt: string | null;
	updatedAt: Date;
};

export const isPart = <K extends PartKind>(part: Part, kind: K): part is Part<K> => part.kind === kind;

/** Whether a term runs on that day; both ends included. ISO days. */
export const runsOn = ({ from, until }: { from: string; until: string | null }, day: string): boolean =>
	from <= day && (until === null || until >= day);

/** Addresses below /netzwerke that no network may take. */
const reserved = new Set(['bestaetigen', 'abmelden', 'neu', 'logos', 'vormerken', 'termin']);

/** "Starke Orte Netzwerk" → "starke-orte-netzwerk". */
export function slugOf(name: string): string {
	const plain = name
		.toLowerCase()
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('ß', 'ss')
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 60);
	return !plain || reserved.has(plain) ? `netzwerk-${plain || '1'}` : plain;
}

/** What still stands against showing a page; empty when nothing does. A placeholder is worse than a gap. */
export function whyNotPublish(page: NetworkPage): string[] {
	const missing: string[] = [];
	if (!page.summary.trim()) missing.push('Es fehlt die Zusammenfassung: zwei Sätze, was das Netzwerk ist.');
	if (!page.sections.length) missing.push('Die Seite hat noch keinen Abschnitt.');
	if (!page.contactEmail) missing.push('Es fehlt die Adresse, unter der das Netzwerk zu erreichen ist.');
	if (page.openness === 'alliance' && !page.values) missing.push('Ein Bündnis lebt von seinen Werten: Bitte die erste Fassung eintragen.');
	if (page.openness === 'membership' && !page.conditions.length) missing.push('Es fehlen die Bedingungen der Aufnahme.');
	for (const { title, text, block } of page.sections) {
		if (isPlaceholder(text) || isPlaceholder(title)) missing.push(`Im Abschnitt „${title}“ steht noch ein Platzhalter.`);
		if (block === 'text' && !text.trim()) missing.push(`Der Abschnitt „${title}“ ist leer.`);
	}
	return missing;
}

/** "100 €", or that nothing is asked. */
export const feeText = (cents: number | null): string =>
	cents ? `${(cents / 100).toLocaleString('de-DE', { minimumFractionDigits: cents % 100 ? 2 : 0 })}\u00a0€ einmalig` : 'kein Beitrag';
