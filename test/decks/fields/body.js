document.body.dataset.bodyScript = String(window.headScript)
