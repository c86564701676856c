"""The view Playbook: browse it, try changes out, keep them as a playbook of one's own."""
