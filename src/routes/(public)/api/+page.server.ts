import { apiCalls } from '../../../api-calls.server.ts';
import type { PageServerLoad } from './$types';

export const csr = false;

export const load: PageServerLoad = ({ locals }) => ({ calls: apiCalls, base: `${locals.house.env.baseUrl}/api/v1` });
