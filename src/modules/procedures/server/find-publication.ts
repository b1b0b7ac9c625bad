import { eq } from 'drizzle-orm';
import { dayOf } from '#lib/calendar.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { canonical, sha256 } from '#modules/records/entry.ts';
import { deadlineOf, frozenOf } from '../frozen.ts';
import { hasSpareKey, openersNeeded } from '../light.ts';
import { publicCallOf, type PublicCall } from '../public-call.ts';
import { stateAt } from '../open.ts';
import type { State } from '../procedure.ts';
import { missingOf, type Missing } from '../whole.ts';
import { listVersions, type Version } from './find-public-procedure.ts';
import { loadCall } from './internal/load-call.ts';
import { loadCriteria } from './internal/load-criteria.ts';
import { loadGrant } from './internal/load-grant.ts';
import { loadMembers } from './internal/load-members.ts';
import { loadOpenerKeys } from './load-opener-keys.ts';
import { loadPage } from './internal/page.ts';
import { procedureAtDesk } from './internal/procedure-for.ts';
import { loadPartner } from './load-partner.ts';
import { procedures } from './tables.ts';

export type OpenerLine = { name: string; hasKey: boolean };
export type Preparation = {
	missing: Missing[];
	openers: OpenerLine[];
	/** How many openers with a key are missing. */
	keysMissing: number;
	/** Whether one key may be lost. */
	hasSpare: boolean;
	/** What would be hashed right now. */
	hash: string;
	deadline: Date | null;
	call: PublicCall;
};
export type Publication = {
	state: State;
	slug: string | null;
	deadline: Date | null;
	/** Null once it is published. */
	preparation: Preparation | null;
	versions: Version[];
	isWithheld: boolean;
	/** The procedure that repeats this one. */
	repeatedBy: string | null;
};

/** What will be published, what is missing for it, and afterwards what was. Throws 401, 404. */
export async function findPublication(ctx: Ctx, id: string): Promise<Publication> {
	const held = await procedureAtDesk(ctx, id);
	const { row, house } = held;
	const page = await loadPage(ctx, id);
	const [again] = await ctx.db.select({ id: procedures.id }).from(procedures).where(eq(procedures.repeats, id));
	const known = { state: stateAt(row, ctx.now), slug: page?.slug ?? null, deadline: row.deadline, repeatedBy: again?.id ?? null };
	if (page) return { ...known, preparation: null, versions: await listVersions(ctx, id), isWithheld: page.withheldAt !== null };
	const [criteria, members] = [await loadCriteria(ctx, id), await loadMembers(ctx, id)];
	const [grant, partner] = [await loadGrant(ctx, id), await loadPartner(ctx, id)];
	const withKey = new Set((await loadOpenerKeys(ctx, id)).map(({ memberId }) => memberId));
	const frozen = frozenOf(row, criteria);
	const preparation: Preparation = {
		missing: missingOf({ procedure: row, house, criteria, members, today: dayOf(ctx.now), grant, partner }),
		openers: members.filter(({ isOpener }) => isOpener).map((one) => ({ name: one.name, hasKey: withKey.has(one.id) })),
		keysMissing: Math.max(0, openersNeeded(row.kind).keys - withKey.size),
		hasSpare: hasSpareKey(row.kind, withKey.size),
		hash: await sha256(canonical(frozen)),
		deadline: deadlineOf(frozen, row.round),
		call: publicCallOf(await loadCall(ctx, held), { frozen, hours: row.hours })
	};
	return { ...known, preparation, versions: [], isWithheld: false };
}
