import { operatorOf } from '#lib/server/operator.ts';
import type { LayoutServerLoad } from './$types';

export const csr = false;

export const load: LayoutServerLoad = ({ locals }) => ({ operator: operatorOf(locals.house.env) });
