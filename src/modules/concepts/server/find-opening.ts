import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { hasSpareKey } from '#modules/procedures/light.ts';
import { findProcedureHead } from '#modules/procedures/server/find-procedure.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { isPublic } from '#modules/procedures/way.ts';
import { threshold } from '#modules/seals/seal.ts';
import { findSeal, type FoundSeal } from '#modules/seals/server/find-seal.ts';
import { listOpenerKeys } from '#modules/seals/server/list-opener-keys.ts';
import { loadShares } from '#modules/seals/server/load-shares.ts';
import { openerWarningsOf, type OpenerWarning } from '../opener-warnings.ts';
import { whyNotOpen } from '../window.ts';

/** `isAccount`: without an account under that address nobody can make a key. */
export type OpenerLine = {
	name: string;
	isMe: boolean;
	isAccount: boolean;
	hasKey: boolean;
	triedAt: Date | null;
	hasHanded: boolean;
	/** With what is sealed: whether their key opens a share, whether one of two has given half of one, or whether there is none for it. */
	share: 'whole' | 'half' | 'none';
};
export type Box = {
	isOpen: boolean;
	openedAt: Date | null;
	/** Why it cannot be opened right now. */ why: string | null;
	handed: number;
	iHanded: boolean;
};
export type Opening = {
	isSealed: boolean;
	isOpener: boolean;
	openers: OpenerLine[];
	/** Whether one key may be lost. */
	hasSpare: boolean;
	/** Whether something is still closed, so that a share can be given. */
	isClosed: boolean;
	/** Whether whoever asks holds a share, for this key of theirs or an earlier one. */
	holdsShare: boolean;
	/** What stands out about the keys, in good time. */
	warnings: OpenerWarning[];
	concepts: Box | null;
	offers: Box | null;
	deadline: Date | null;
	/** How many came in; nobody is told before the opening. */
	opened: number | null;
};

const boxOf = (seal: FoundSeal | null, why: string | null, me: string): Box | null =>
	seal && {
		...{ isOpen: seal.openedAt !== null, openedAt: seal.openedAt, why: seal.openedAt ? null : why },
		...{
			handed: seal.shares.filter(({ handedAt }) => handedAt).length,
			iHanded: seal.shares.some((one) => one.personId === me && one.handedAt)
		}
	};

async function openersOf({ db }: Ctx, procedureId: string) {
	const account = sql<
		string | null
	>`coalesce(${procedureMembers.personId}, (select p.id from people p where p.email_verified and p.email = ${procedureMembers.email}))`;
	return db
		.select({ name: procedureMembers.name, personId: account })
		.from(procedureMembers)
		.leftJoin(people, eq(people.id, procedureMembers.personId))
		.where(and(eq(procedureMembers.procedureId, procedureId), eq(procedureMembers.isOpener, true), isNull(procedureMembers.leftAt)))
		.orderBy(procedureMembers.createdAt, procedureMembers.id);
}

/** Who opens, who has a key, who has come; never what or how much lies in the box. For whoever reads the procedure's pages. Throws 401, 404. */
export async function findOpening(ctx: Ctx, id: string): Promise<Opening> {
	const head = await findProcedureHead(ctx, id);
	const [row] = await ctx.db.select().from(procedures).where(eq(procedures.id, id));
	const which = { subjectId: id, round: head.round };
	const [sealed, offers] = [await findSeal(ctx, { ...which, kind: 'concepts' }), await findSeal(ctx, { ...which, kind: 'offers' })];
	const [keys, members] = [await listOpenerKeys(ctx, id), await openersOf(ctx, id)];
	const shares = await loadShares(ctx, { subjectId: id, openers: keys });
	const me = ctx.actor?.id ?? '';
	const openers = members.map(({ name, personId }) => {
		const key = keys.find((one) => one.personId === personId);
		const share = sealed?.shares.find((one) => personId !== null && one.personId === personId);
		const about = { name, isMe: personId === me, isAccount: personId !== null };
		const has =
			personId !== null && shares.whole.has(personId) ? 'whole' : personId !== null && shares.half.has(personId) ? 'half' : 'none';
		return { ...about, hasKey: Boolean(key), triedAt: key?.triedAt ?? null, hasHanded: Boolean(share?.handedAt), share: has } as const;
	});
	const withKey = openers.filter(({ hasKey }) => hasKey).length;
	const holding = shares.isClosed ? shares.whole.size : (sealed?.shares.length ?? 0);
	const hasSpare = sealed ? holding > threshold : hasSpareKey(head.kind, withKey);
	const isReleased = offers?.opensAt && offers.opensAt <= ctx.now && ['deliberation', 'recommended'].includes(head.state);
	const whyOffers = isReleased ? null : 'Die Preise bleiben verschlossen, bis die Punkte der Konzepte festgeschrieben sind.';
	return {
		...{ isSealed: isPublic(head.state), isOpener: head.isOpener, openers, hasSpare, deadline: row?.deadline ?? null },
		...{ concepts: boxOf(sealed, row ? whyNotOpen(row, ctx.now) : null, me), offers: boxOf(offers, whyOffers, me) },
		...{ isClosed: shares.isClosed, holdsShare: shares.holders.has(me) },
		warnings: openerWarningsOf({
			...{ openers, kind: head.kind, state: head.state, isClosed: shares.isClosed },
			deadline: row?.deadline ?? null,
			now: ctx.now
		}),
		opened: sealed?.openedAt ? await countOpened(ctx, id, head.round) : null
	};
}

async function countOpened({ db }: Ctx, procedureId: string, round: number): Promise<number> {
	const { rows } = await db.execute<{ n: number }>(
		sql`select count(*)::int as n from concepts where procedure_id = ${procedureId} and round = ${round} and state = 'opened'`
	);
	return rows[0]?.n ?? 0;
}
