import { api } from '@/api/client'
import type { Project, ProgressReport } from '@/api/types'

export interface Move {
  to: string
  reason?: string
  note?: string
  on?: string
  evidence?: { kind: string; title: string; on: string }[]
}

export async function move(id: string, body: Move): Promise<Project> {
  await api.post(`/api/projects/${id}/transitions`, body)
  return (await api.get<Project>(`/api/projects/${id}`)).data
}
export async function readProject(id: string): Promise<Project> {
  return (await api.get<Project>(`/api/projects/${id}`)).data
}
export async function patchProject(project: Project, patch: Record<string, unknown>): Promise<Project> {
  return (await api.patch<Project>(`/api/projects/${project.id}`, patch, project.version)).data
}
export async function report(id: string, body: ProgressReport): Promise<void> {
  await api.post(`/api/projects/${id}/progress-reports`, body)
}
