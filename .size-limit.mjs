import { budgets } from './tools/budget.mjs';

export default budgets('dist');
