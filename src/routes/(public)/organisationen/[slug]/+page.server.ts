import { dayOf } from '#lib/calendar.ts';
import { redirect } from '@sveltejs/kit';
import { completeRoute } from '#modules/cases/server/find-contact-route.ts';
import { findReplyTime } from '#modules/cases/server/find-reply-time.ts';
import { mayEditOrganisation, mayLookInside } from '#modules/organisations/policy.ts';
import { findOrganisation } from '#modules/organisations/server/find-organisation.ts';
import { findContacts } from '#modules/organisations/server/list-contacts.ts';
import { listPioneerCounties, listPioneers } from '#modules/organisations/server/list-pioneers.ts';
import { findPublicProfile } from '#modules/profiles/server/find-public-profile.ts';
import { showStory } from '#modules/profiles/server/show-story.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const organisation = await findOrganisation(ctx, params.slug);
	if (params.slug !== organisation.slug) redirect(301, `/organisationen/${organisation.slug}`);
	const { contacts, owner } = await findContacts(ctx, organisation.id);
	const route = await completeRoute(ctx, { owner, contacts, topic: null });
	const answers = { contacts, route, replyTime: await findReplyTime(ctx, organisation.id), today: dayOf(ctx.now) };
	const pioneers = organisation.ags ? await listPioneerCounties(ctx, organisation.ags) : await listPioneers(ctx, organisation.id);
	const isInside = mayLookInside(ctx.actor, organisation.id);
	const profile = organisation.kind === 'county' ? await findPublicProfile(ctx, { organisationId: organisation.id }) : null;
	const story = profile && (await showStory(ctx, profile.owner, profile.page));
	const mayEdit = mayEditOrganisation(ctx.actor, organisation.id);
	return { organisation, pioneers, ...answers, isInside, story, wide: story !== null, mayEdit };
};
