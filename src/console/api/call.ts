export * from '../../ui/api/call.ts'
