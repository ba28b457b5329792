export * from '../../ui/api/problem.ts'
