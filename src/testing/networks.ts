import { newId } from '#lib/server/id.ts';
import type { InquiryInput, NetworkInput } from '#modules/networks/forms.ts';
import { createNetwork } from '#modules/networks/server/create-network.ts';
import { publishNetwork } from '#modules/networks/server/publish-network.ts';
import { saveInquiry } from '#modules/networks/server/save-inquiry.ts';
import { savePart } from '#modules/networks/server/save-part.ts';
import { stepMembership } from '#modules/networks/server/step-membership.ts';
import { networkSubscriptions } from '#modules/networks/server/tables.ts';
import { updateNetwork } from '#modules/networks/server/update-network.ts';
import type { Openness } from '#modules/networks/vocabulary.ts';
import { ensureMunicipalityOrganisation } from '#modules/organisations/server/ensure-municipality-organisation.ts';
import type { Stage } from './access/access.ts';
import { angermuende } from './cast.ts';
import { foundAngermuende } from './houses.ts';

export const networkInput = (over: Partial<NetworkInput> = {}): NetworkInput => ({
	name: 'Probenetz',
	tagline: 'Wir proben',
	summary: 'Ein Netz für Proben.',
	phase: 'open',
	accent: '#2a5a47',
	fee: 100,
	senderName: 'Büro Probenetz',
	senderEmail: 'buero@probenetz.example',
	version: 1,
	...over
});

type Planted = { id: string; slug: string; sectionId: string; organisationId: string };

/** A published network of Oskar's office with one section and one condition, and the organisation of Angermünde beside it. */
export async function plantNetwork(
	{ db, as }: Stage,
	{ openness = 'membership' as Openness, ...over }: Partial<NetworkInput> & { openness?: Openness } = {}
): Promise<Planted> {
	const ctx = as('oskar');
	const { id, slug } = await createNetwork(ctx, { name: over.name ?? 'Probenetz', openness });
	await updateNetwork(ctx, { slug, input: networkInput(over) });
	const add = (kind: 'section' | 'condition', data: { title: string; text: string }) =>
		savePart(ctx, { slug, kind, data: kind === 'section' ? { ...data, block: 'text' } : { ...data, check: 'none' }, isReleased: false });
	const sectionId = await add('section', { title: 'Was wir sind', text: 'Ein Netz.' });
	await add('condition', { title: 'Zeit', text: 'Zwei Stunden.' });
	if (openness !== 'alliance') await publishNetwork(ctx, slug);
	await foundAngermuende({ db });
	return { id, slug, sectionId, organisationId: await ensureMunicipalityOrganisation({ db, now: ctx.now }, angermuende) };
}

/** The network of the stage with Angermünde noted. */
export async function plantMembership(stage: Stage): Promise<{ id: string; slug: string; organisationId: string }> {
	const { slug, organisationId } = await plantNetwork(stage);
	return { slug, organisationId, id: await stepMembership(stage.as('oskar'), { slug, organisationId, step: 'note' }) };
}

/** An address that asked to be told and has not confirmed. Returns the id. */
export async function plantSubscription(stage: Stage): Promise<string> {
	const { id: networkId } = await plantNetwork(stage);
	const id = newId();
	const row = {
		id,
		networkId,
		email: 'rathaus@stadt.example',
		state: 'requested',
		consent: 'Ja',
		requestedAt: stage.as(null).now
	} as const;
	await stage.db.insert(networkSubscriptions).values(row);
	return id;
}

export const inquiryInput = (over: Partial<InquiryInput> = {}): InquiryInput => ({
	title: 'Passt der Mittwoch?',
	text: 'Für das Treffen im Winter.',
	ask: { kind: 'yes_no' },
	minutes: 5,
	dueOn: '2026-12-11',
	audience: { group: 'members', functions: ['mayor', 'administration'] },
	...over
});

/** A draft of a question to the members of the network of the stage, of which Angermünde is one. */
export async function plantInquiry(stage: Stage, over: Partial<InquiryInput> = {}): Promise<{ slug: string; id: string }> {
	const { slug, organisationId } = await plantNetwork(stage, { openness: 'liaison' });
	await stepMembership(stage.as('oskar'), { slug, organisationId, step: 'accompany' });
	return { slug, id: await saveInquiry(stage.as('oskar'), { slug, input: inquiryInput(over) }) };
}
