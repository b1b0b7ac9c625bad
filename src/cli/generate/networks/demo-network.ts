import type { PartData, PartKind } from '#modules/networks/parts.ts';
import type { MembershipState, NetworkRole, Openness, Phase, Tier } from '#modules/networks/vocabulary.ts';
import type { OrganisationKind, Sector } from '#modules/organisations/organisation.ts';
import type { CastName } from '#testing/cast.ts';

/** An invented network as it is told, before it becomes rows. Days are counted back from today. */

export type DemoPart = { [K in PartKind]: { kind: K; data: PartData<K>; released?: boolean; note?: string } }[PartKind];

export type DemoRole = {
	role: NetworkRole;
	name: string;
	/** The account, when the person is of the cast. */
	cast?: CastName;
	/** The municipality they come from. */
	ags?: string;
	function?: string;
	region?: string;
	topic?: string;
	statement?: string;
	since: string;
	until?: string;
	released?: boolean;
};

export type DemoMember = {
	ags: string;
	state: MembershipState;
	tier?: Tier;
	since?: string;
	left?: string;
	mission?: string;
	actionFields?: string[];
	contributions?: string[];
	valuesVersion?: number;
	note?: string;
};

/** A partner that is no municipality: invented, with a seat in a real one. */
export type DemoPartner = {
	name: string;
	kind: OrganisationKind;
	sector: Sector;
	placeAgs: string;
	since: string;
	mission: string;
	actionFields: string[];
	contributions: string[];
	valuesVersion: number;
};

export type DemoNetwork = {
	slug: string;
	name: string;
	tagline: string;
	summary: string;
	openness: Openness;
	phase: Phase;
	accent: string;
	stateCode?: string;
	feeCents?: number;
	senderName: string;
	senderEmail: string;
	responsible: string;
	values: { text: string; change?: string; daysAgo: number }[];
	parts: DemoPart[];
	roles: DemoRole[];
	members: DemoMember[];
	partners: DemoPartner[];
	subscribers: number;
};

/** Sections in their order, then everything else of the page in one list. */
export const section = (title: string, block: PartData<'section'>['block'], text?: string): DemoPart => ({
	kind: 'section',
	data: { title, text, block }
});
export const benefit = (title: string, text: string): DemoPart => ({ kind: 'benefit', data: { title, text } });
export const condition = (title: string, check: PartData<'condition'>['check'], text: string): DemoPart => ({
	kind: 'condition',
	data: { title, text, check }
});
export const way = (title: string, text: string): DemoPart => ({ kind: 'way', data: { title, text } });
export const question = (theme: PartData<'question'>['theme'], title: string, hint: string): DemoPart => ({
	kind: 'question',
	data: { title, hint, theme, required: true }
});
export const faq = (title: string, text: string): DemoPart => ({ kind: 'faq', data: { title, text } });
export const voice = (name: string, task: string, text: string): DemoPart => ({
	kind: 'voice',
	data: { text, name, function: task },
	released: true
});
/** News of so many days ago; the day is put in when it is placed. */
export const news = (daysAgo: number, title: string, text: string): DemoPart => ({
	kind: 'update',
	data: { title, text, on: String(daysAgo) }
});
