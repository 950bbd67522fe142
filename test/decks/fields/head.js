window.headScript = true
