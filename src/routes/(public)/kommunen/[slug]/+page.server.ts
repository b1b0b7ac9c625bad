import { dayOf } from '#lib/calendar.ts';
import { redirect } from '@sveltejs/kit';
import { completeRoute } from '#modules/cases/server/find-contact-route.ts';
import { findReplyTime } from '#modules/cases/server/find-reply-time.ts';
import { countCurrent } from '#modules/freshness/server/count-current.ts';
import { listPioneerCounties } from '#modules/organisations/server/list-pioneers.ts';
import { showMunicipality } from '#modules/organisations/server/show-municipality.ts';
import { listPublicPlaces } from '#modules/places/server/list-public-places.ts';
import { listProceduresOf } from '#modules/procedures/server/list-public-procedures.ts';
import { mayWriteProfile } from '#modules/profiles/policy.ts';
import { findPublicProfile } from '#modules/profiles/server/find-public-profile.ts';
import { showStory } from '#modules/profiles/server/show-story.ts';
import { listSpaces, pageSize } from '#modules/properties/server/list-spaces.ts';
import { noFilter } from '#modules/properties/space-filter.ts';
import { cardFacts } from '#modules/properties/space-words.ts';
import { commonGoods } from '#modules/properties/vocabulary.ts';
import { listPublicStories } from '#modules/stories/server/list-public-stories.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
	const view = await showMunicipality(ctx, params.slug);
	const { ags, slug, goals } = view.municipality;
	if (params.slug !== slug) redirect(301, `/kommunen/${slug}`);
	const { spaces } = await listSpaces(ctx, { ...noFilter, municipality: ags });
	const { contacts, owner } = view;
	const pioneers = await listPioneerCounties(ctx, ags);
	const route = await completeRoute(ctx, { owner, contacts, topic: null });
	const shown = 6;
	const { items: places } = await listPublicPlaces(ctx, { ags, limit: shown }, null);
	const profile = await findPublicProfile(ctx, { ags });
	const story = profile && (await showStory(ctx, profile.owner, profile.page));
	const cards = spaces.map((space) => ({ lit: space.lit, card: cardFacts(space, ctx.now) }));
	return {
		...view,
		...{ route, pioneers, replyTime: await findReplyTime(ctx, owner.id), today: dayOf(ctx.now) },
		share: await countCurrent(ctx, ags),
		now: ctx.now,
		procedures: await listProceduresOf(ctx, { ags }),
		...{ told: await listPublicStories(ctx, { ags }), story },
		places: places.map(({ content }) => content),
		/** Pages that tell a story have coloured bands from edge to edge. */
		wide: story !== null,
		profileDesk:
			profile && mayWriteProfile(ctx.actor, profile.owner.id)
				? `/buero/profil/${profile.owner.slug}`
				: view.mayEdit
					? `/buero/profil?ags=${ags}`
					: null,
		goals: goals.map((goal) => (Object.hasOwn(commonGoods, goal) ? commonGoods[goal as keyof typeof commonGoods] : goal)),
		houses: cards.filter(({ lit }) => lit < 75).length,
		isMore: spaces.length >= pageSize,
		looking: cards
			.filter(({ lit }) => lit < 75)
			.slice(0, shown)
			.map(({ card }) => card),
		alive: cards
			.filter(({ lit }) => lit >= 75)
			.slice(0, shown)
			.map(({ card }) => card)
	};
};
